using System.Diagnostics;
using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>Logs an operation's name, duration and outcome. Never its body: that may hold a name, a need or a search phrase.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<LoggingBehaviour<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return await next();
        }

        var started = Stopwatch.GetTimestamp();
        var outcome = await next();
        Handled(logger, typeof(TRequest).Name, outcome.Kind, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Operation} ended {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void Handled(ILogger logger, string operation, OutcomeKind outcome, double milliseconds);
}
