using MediatR;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>
/// One transaction round every command, kept only when the outcome is Ok. The ambient transaction is used because a module's context,
/// its bulk copies and its audit row then share it without being told about each other.
/// </summary>
internal sealed class TransactionBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly bool IsCommand = typeof(TRequest).GetInterfaces()
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!IsCommand)
        {
            return await next();
        }

        using var scope = OneTransaction.Begin();
        var outcome = await next();
        if (outcome.Kind == OutcomeKind.Ok)
        {
            scope.Complete();
        }

        return outcome;
    }
}
