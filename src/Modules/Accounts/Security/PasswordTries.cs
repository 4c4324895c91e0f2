using System.Net;
using System.Text;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// Counts wrong passwords at the door, by account and network: a stranger who tries a colleague's address closes the door for the stranger, not
/// for the colleague. All networks together meet a ceiling that is much higher. A try is taken before the password is looked at, in one
/// statement each, so that a thousand at once are no better than one after another; a right one is given back.
/// </summary>
internal sealed class PasswordTries(AccountsDbContext context, IKeyedDigests digests, TimeProvider clock)
{
    /// <summary>From one network, in <see cref="Tries.Window"/>.</summary>
    public const int Allowed = Tries.Allowed;

    /// <summary>From all networks. What then is closed to the password is still open to a passkey.</summary>
    public const int Ceiling = 100;

    private static readonly byte[] AllNetworks = [];

    /// <returns>False when it is closed, and for an account that does not exist: then the answer must be the one for a wrong password.</returns>
    public async Task<bool> TakeAsync(Guid accountId, IPAddress? from, CancellationToken cancellationToken) =>
        await TakeAsync(accountId, Network(from), Allowed, cancellationToken) && await TakeAsync(accountId, AllNetworks, Ceiling, cancellationToken);

    /// <summary>The password was right: other wrong tries stay counted.</summary>
    public async Task GiveBackAsync(Guid accountId, IPAddress? from, CancellationToken cancellationToken)
    {
        await GiveBackAsync(accountId, Network(from), Allowed, cancellationToken);
        await GiveBackAsync(accountId, AllNetworks, Ceiling, cancellationToken);
    }

    /// <summary>Somebody is in: their network starts anew. What strangers tried from elsewhere stays counted.</summary>
    public Task ForgetAsync(Guid accountId, IPAddress? from, CancellationToken cancellationToken)
    {
        var network = Network(from);
        return context.PasswordTries.Where(t => t.AccountId == accountId && t.Network == network).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> TakeAsync(Guid accountId, byte[] network, int allowed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (windowStart, locked) = (now - Tries.Window, now + Tries.Window);
        return await context.Database.ExecuteSqlAsync(
            $"""
            insert into accounts.password_tries as known (account_id, network, wrong, since, locked_until)
            select id, {network}, 1, {now}, null::timestamptz from accounts.accounts where id = {accountId}
            on conflict (account_id, network) do update set
              wrong = case when known.since > {windowStart} then known.wrong + 1 else 1 end,
              since = case when known.since > {windowStart} then known.since else {now} end,
              locked_until = case when known.since > {windowStart} and known.wrong + 1 >= {allowed} then {locked} else null end
            where known.locked_until is null or known.locked_until <= {now}
            """,
            cancellationToken) == 1;
    }

    private Task<int> GiveBackAsync(Guid accountId, byte[] network, int allowed, CancellationToken cancellationToken) => context.PasswordTries
        .Where(t => t.AccountId == accountId && t.Network == network)
        .ExecuteUpdateAsync(
            set => set.SetProperty(t => t.LockedUntil, t => t.Wrong - 1 < allowed ? null : t.LockedUntil).SetProperty(t => t.Wrong, t => t.Wrong - 1),
            cancellationToken);

    private byte[] Network(IPAddress? from) => digests.Of("sign-in-network", Encoding.UTF8.GetBytes(NetworkLimit.NetworkOf(from)));
}
