using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>Refuses an operation whose actor does not hold the permission that it declares; one that declares none is refused too.</summary>
internal sealed class PermissionBehaviour<TRequest, TResponse>(Actor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is IDeclarePermission declared && actor.May(declared.Permission)
            ? next()
            : Task.FromResult(TResponse.Refuse());
}
