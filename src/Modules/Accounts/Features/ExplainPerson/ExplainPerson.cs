using MediatR;
using Medway.LocalOffer.Accounts.Features.ViewPerson;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.ExplainPerson;

/// <summary>What somebody can do, and why, answered by the same policy that guards every page and operation.</summary>
internal sealed record ExplainPerson(Guid Id) : IQuery<ExplainedPerson>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed record ExplainedPerson(PersonView Person, IReadOnlyList<ExplainedPermission> Permissions);

/// <param name="Through">The roles that give it, each with its limit.</param>
internal sealed record ExplainedPermission(Permission Permission, bool May, IReadOnlyList<Grant> Through);

internal sealed class ExplainPersonHandler(IMediator mediator, PermissionRegistry registry) : IRequestHandler<ExplainPerson, Outcome<ExplainedPerson>>
{
    public async Task<Outcome<ExplainedPerson>> Handle(ExplainPerson request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new ViewPerson.ViewPerson(request.Id), cancellationToken);
        if (!found.IsOk)
        {
            return Outcome.NotFound;
        }

        var person = found.Value;
        var grants = person.State == Data.AccountState.Active ? person.Roles.Where(role => !role.Waits).Select(role => role.Grant).ToList() : [];
        var asThisPerson = new Actor();
        asThisPerson.SignIn(person.Kind == Data.AccountKind.Provider ? ActorKind.Provider : ActorKind.Staff, person.Id.ToString("D"), grants, factors: 2);
        return new ExplainedPerson(
            person,
            [.. registry.All.OrderBy(permission => permission.Name, StringComparer.Ordinal).Select(permission => new ExplainedPermission(
                permission, asThisPerson.May(permission), [.. asThisPerson.Through(permission)]))]);
    }
}
