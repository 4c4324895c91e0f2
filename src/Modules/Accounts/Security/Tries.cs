using Medway.LocalOffer.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// Counts wrong tries of passwords and of codes together. A try is taken before it is looked at, in one statement, so that a thousand at
/// once are no better than one after another; a right one is given back.
/// </summary>
internal sealed class Tries(AccountsDbContext context, TimeProvider clock)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <returns>False when the account is locked: then the answer must be the one for a wrong try.</returns>
    public async Task<bool> TakeAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var windowStart = now - Window;
        DateTimeOffset? locked = now + Window;
        return await context.Users.Where(a => a.Id == accountId && (a.LockedUntil == null || a.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.WrongTries, a => a.WrongSince > windowStart ? a.WrongTries + 1 : 1)
                    .SetProperty(a => a.WrongSince, a => a.WrongSince > windowStart ? a.WrongSince : now)
                    .SetProperty(a => a.LockedUntil, a => a.WrongSince > windowStart && a.WrongTries + 1 >= Allowed ? locked : null),
                cancellationToken) == 1;
    }

    /// <summary>The password was right, but the sign-in is not over: other wrong tries stay counted.</summary>
    public Task GiveBackAsync(Guid accountId, CancellationToken cancellationToken) => context.Users.Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.LockedUntil, a => a.WrongTries - 1 < Allowed ? null : a.LockedUntil)
                .SetProperty(a => a.WrongTries, a => a.WrongTries - 1),
            cancellationToken);

    /// <summary>Somebody is in: start counting anew.</summary>
    public Task ForgetAsync(Guid accountId, CancellationToken cancellationToken) => context.Users.Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.WrongTries, 0)
                .SetProperty(a => a.WrongSince, (DateTimeOffset?)null)
                .SetProperty(a => a.LockedUntil, (DateTimeOffset?)null),
            cancellationToken);
}
