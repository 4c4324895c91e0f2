using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>What every change of a person's account has in common.</summary>
internal sealed class PersonChanges(AccountsDbContext context, Actor actor, TimeProvider clock)
{
    public const string Changed =
        "Somebody else changed this person while you had the page open. Nothing of yours is saved yet. Below is how it is now, and what you typed: look at both, then send it again";

    /// <summary>Two administrators could otherwise each take the other's role away, and leave none; or invite the same person at once.</summary>
    public Task OneAtATimeAsync(CancellationToken cancellationToken) =>
        context.Database.LockAsync("accounts.people", cancellationToken);

    /// <summary>The account, when nobody changed it since the form was made. The caller saves: a change at the same instant is a conflict then.</summary>
    public async Task<Outcome<Account>> StartAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        await OneAtATimeAsync(cancellationToken);
        if (await context.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account)
        {
            return Outcome.NotFound;
        }

        if (account.Version != version)
        {
            return Outcome.Conflict(Changed);
        }

        account.Version++;
        return account;
    }

    public bool IsOneself(Guid id) => actor.AccountId == id;

    /// <summary>Whether somebody could still manage people when this one cannot.</summary>
    public Task<bool> AnotherAdministratorAsync(Guid butNot, CancellationToken cancellationToken) => LiveGrants()
        .AnyAsync(
            grant => grant.Role == Roles.PlatformAdministrator && grant.AccountId != butNot
                && context.Users.Any(account => account.Id == grant.AccountId && account.State == AccountState.Active),
            cancellationToken);

    public async Task<bool> IsLastAdministratorAsync(Account account, CancellationToken cancellationToken) =>
        account.State == AccountState.Active
        && await LiveGrants().AnyAsync(grant => grant.AccountId == account.Id && grant.Role == Roles.PlatformAdministrator, cancellationToken)
        && !await AnotherAdministratorAsync(account.Id, cancellationToken);

    public IQueryable<RoleGrant> LiveGrants()
    {
        var now = clock.GetUtcNow();
        return context.Grants.Where(grant => grant.EndedAt == null && (grant.ExpiresAt == null || grant.ExpiresAt > now));
    }
}
