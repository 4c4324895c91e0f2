using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>
/// Refuses an operation whose actor does not hold the permission that it declares; one that declares none is refused too. A request about one
/// record is checked against the scopes that record stands in, and whoever may not see it learns only that it was not found.
/// </summary>
internal sealed class PermissionBehaviour<TRequest, TResponse>(Actor actor, IServiceProvider services) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IDeclarePermission declared || !actor.May(declared.Permission))
        {
            return TResponse.Refuse();
        }

        if (request is IActsOn about)
        {
            // Asked for only now: most operations are about no record, and every module's context would be made for nothing.
            var scope = services.GetServices<IScope>().SingleOrDefault(scope => scope.SubjectKind == about.SubjectKind)
                ?? throw new InvalidOperationException($"No module says in which scopes a {about.SubjectKind} stands.");
            var standsIn = await scope.OfAsync(about.SubjectId, cancellationToken);
            if (standsIn is null || !actor.May(declared.Permission, standsIn))
            {
                return TResponse.Hide();
            }
        }

        return await next();
    }
}
