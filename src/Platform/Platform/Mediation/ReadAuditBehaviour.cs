using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>No audit row, no data: see <see cref="IReadsPeople"/>.</summary>
internal sealed class ReadAuditBehaviour<TRequest, TResponse>(IServiceProvider services) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IReadsPeople read)
        {
            return await next();
        }

        using var transaction = OneTransaction.Begin();
        var outcome = await next();
        if (outcome.Result is { } result)
        {
            var shown = result as IShowsPeople
                ?? throw new InvalidOperationException($"{typeof(TRequest).Name} reads people, but its result does not say whom it shows.");

            // Asked for only now: most operations show nobody, and the context would be made for nothing.
            await services.GetRequiredService<AuditedReads>().RecordAsync(read, shown.PersonIds, cancellationToken);
        }

        transaction.Complete();
        return outcome;
    }
}
