using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.ViewPerson;

internal sealed record ViewPerson(Guid Id) : IQuery<PersonView>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed record PersonView(
    Guid Id, string Name, string Email, AccountKind Kind, AccountState State, int Version, DateTimeOffset? LastSignedInAt, bool HasSecondFactor,
    IReadOnlyList<HeldRole> Roles, IReadOnlyList<Owned> Owns);

internal sealed record HeldRole(Guid Id, Grant Grant, DateTimeOffset GivenAt, string? GivenBy, string Reason, DateTimeOffset? ExpiresAt, bool Waits);

internal sealed class ViewPersonHandler(AccountsDbContext context, PersonChanges changes, IEnumerable<IOwnership> ownerships)
    : IRequestHandler<ViewPerson, Outcome<PersonView>>
{
    public async Task<Outcome<PersonView>> Handle(ViewPerson request, CancellationToken cancellationToken)
    {
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is not { } account)
        {
            return Outcome.NotFound;
        }

        var hasPasskey = await context.UserPasskeys.AnyAsync(passkey => passkey.UserId == account.Id, cancellationToken);
        var grants = await changes.LiveGrants().AsNoTracking().Where(grant => grant.AccountId == account.Id).OrderBy(grant => grant.Role).ThenBy(grant => grant.Id)
            .Select(grant => new { Grant = grant, GivenBy = context.Users.Where(a => a.Id == grant.GivenBy).Select(a => a.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        List<Owned> owned = [];
        foreach (var ownership in ownerships)
        {
            owned.AddRange(await ownership.OwnedByAsync(account.Id, cancellationToken));
        }

        return new PersonView(
            account.Id, account.DisplayName, account.UserName!, account.Kind, account.State, account.Version, account.LastSignedInAt,
            account.AuthenticatorKey is not null || hasPasskey,
            [.. grants.Select(held => new HeldRole(held.Grant.Id, held.Grant.AsGrant(), held.Grant.GivenAt, held.GivenBy, held.Grant.Reason, held.Grant.ExpiresAt, held.Grant.Waits))],
            [.. owned.Where(things => things.Count > 0)]);
    }
}
