using Medway.LocalOffer.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What is being tried. Counted apart: whoever types wrong passwords at the door must not close what somebody inside has to do now.</summary>
internal enum TriesFor
{
    SignIn,
    InsideSession,
}

/// <summary>
/// Counts wrong codes, and wrong passwords of somebody who is inside; passwords at the door are <see cref="PasswordTries"/>: only who has shown the
/// password gets as far as a code, so five wrong ones close the account wherever they come from. A try is taken before it is looked at, in one statement, so that a thousand at
/// once are no better than one after another; a right one is given back.
/// </summary>
internal sealed class Tries(AccountsDbContext context, TimeProvider clock)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <returns>False when the account is locked: then the answer must be the one for a wrong try.</returns>
    public async Task<bool> TakeAsync(Guid accountId, TriesFor what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var windowStart = now - Window;
        DateTimeOffset? locked = now + Window;
        var (wrong, since, until) = Columns(what);
        return await context.Users
            .Where(a => a.Id == accountId && (EF.Property<DateTimeOffset?>(a, until) == null || EF.Property<DateTimeOffset?>(a, until) <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(
                        a => EF.Property<int>(a, wrong),
                        a => EF.Property<DateTimeOffset?>(a, since) > windowStart ? EF.Property<int>(a, wrong) + 1 : 1)
                    .SetProperty(
                        a => EF.Property<DateTimeOffset?>(a, since),
                        a => EF.Property<DateTimeOffset?>(a, since) > windowStart ? EF.Property<DateTimeOffset?>(a, since) : now)
                    .SetProperty(
                        a => EF.Property<DateTimeOffset?>(a, until),
                        a => EF.Property<DateTimeOffset?>(a, since) > windowStart && EF.Property<int>(a, wrong) + 1 >= Allowed ? locked : null),
                cancellationToken) == 1;
    }

    /// <summary>The password or the code was right: other wrong tries stay counted.</summary>
    public Task GiveBackAsync(Guid accountId, TriesFor what, CancellationToken cancellationToken)
    {
        var (wrong, _, until) = Columns(what);
        return context.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(
            set => set
                .SetProperty(
                    a => EF.Property<DateTimeOffset?>(a, until),
                    a => EF.Property<int>(a, wrong) - 1 < Allowed ? null : EF.Property<DateTimeOffset?>(a, until))
                .SetProperty(a => EF.Property<int>(a, wrong), a => EF.Property<int>(a, wrong) - 1),
            cancellationToken);
    }

    /// <summary>Somebody is in: start counting anew at the door.</summary>
    public Task ForgetAsync(Guid accountId, CancellationToken cancellationToken) => context.Users.Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.WrongTries, 0)
                .SetProperty(a => a.WrongSince, (DateTimeOffset?)null)
                .SetProperty(a => a.LockedUntil, (DateTimeOffset?)null),
            cancellationToken);

    private static (string Wrong, string Since, string Until) Columns(TriesFor what) => what == TriesFor.SignIn
        ? (nameof(Account.WrongTries), nameof(Account.WrongSince), nameof(Account.LockedUntil))
        : (nameof(Account.WrongTriesInside), nameof(Account.WrongSinceInside), nameof(Account.LockedUntilInside));
}
