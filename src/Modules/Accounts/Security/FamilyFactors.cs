using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What a family shows beside the first code: an app, or a code to a second contact point of another kind.</summary>
internal sealed class FamilyFactors(AccountsDbContext context, IContactPoints points, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Tries = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public const string Refusal =
        "That code is not right, or it was used before. Wait for the next one and type it. After 5 wrong tries you must wait 15 minutes";

    /// <summary>How long documents stay shut after the way to them was changed.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromHours(24);

    private readonly IDataProtector keys = protection.CreateProtector("accounts.family-authenticator-key");

    /// <summary>Where a second code may go: verified, of another kind than the first, and not changed since yesterday.</summary>
    public async Task<IReadOnlyList<ContactPoint>> OtherPointsAsync(FamilySession session, CancellationToken cancellationToken)
    {
        var all = await points.OfPersonAsync(session.PersonId, cancellationToken);
        var bound = all.FirstOrDefault(point => point.Id == session.ContactPointId);
        var before = clock.GetUtcNow() - Hold;
        return bound is null ? [] : [.. all.Where(point => point.Kind != bound.Kind && point.ChangedAt <= before)];
    }

    /// <summary>Whoever has another way to show who they are does that first: or one code in the wrong hands would be two.</summary>
    public async Task<bool> MayAddAppAsync(FamilySession session, CancellationToken cancellationToken) =>
        session.Factors >= 2 || (!session.HasApp && (await OtherPointsAsync(session, cancellationToken)).Count == 0);

    /// <returns>When documents open; null when they are open. The end of time when the contact point is not this person's any more.</returns>
    public async Task<DateTimeOffset?> HeldUntilAsync(FamilySession session, CancellationToken cancellationToken)
    {
        var bound = (await points.OfPersonAsync(session.PersonId, cancellationToken)).FirstOrDefault(point => point.Id == session.ContactPointId);
        if (bound is null)
        {
            return DateTimeOffset.MaxValue;
        }

        var changed = bound.ChangedAt + Hold;
        var until = session.DocumentsFrom > changed ? session.DocumentsFrom.Value : changed;
        return until > clock.GetUtcNow() ? until : null;
    }

    /// <summary>The caller saves. False when the code does not show that the app has the key.</summary>
    public bool SetApp(FamilyAccess access, string key, string? typed, bool isSure)
    {
        var now = clock.GetUtcNow();
        if (Totp.StepOf(key, Normal(typed), now) is not { } step)
        {
            return false;
        }

        access.AuthenticatorKey = keys.Protect(key);
        access.LastCodeStep = step;
        if (!isSure)
        {
            access.DocumentsFrom = now + Hold;
        }

        return true;
    }

    /// <summary>A code of the app; each works once, and five wrong ones close it for a quarter of an hour.</summary>
    public async Task<bool> TryAppAsync(Guid accessId, string? typed, CancellationToken cancellationToken)
    {
        // Counted, and used up, even when the command that asked for it is undone.
        using var apart = OneTransaction.Apart();
        var now = clock.GetUtcNow();
        DateTimeOffset? windowStart = now - Window;
        DateTimeOffset? nowOrNull = now;
        var mine = context.FamilyAccess.Where(a => a.Id == accessId);
        if (await mine.Where(a => a.WrongSince == null || a.WrongSince <= windowStart || a.WrongTries < Tries).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.WrongTries, a => a.WrongSince > windowStart ? a.WrongTries + 1 : 1)
                .SetProperty(a => a.WrongSince, a => a.WrongSince > windowStart ? a.WrongSince : nowOrNull),
            cancellationToken) != 1)
        {
            return false;
        }

        var key = await mine.Select(a => a.AuthenticatorKey).SingleOrDefaultAsync(cancellationToken);
        return key is not null
            && Totp.StepOf(keys.Unprotect(key), Normal(typed), now) is { } step
            && await mine.Where(a => a.LastCodeStep < step).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.LastCodeStep, step).SetProperty(a => a.WrongTries, 0).SetProperty(a => a.WrongSince, (DateTimeOffset?)null),
                cancellationToken) == 1;
    }

    private static string Normal(string? typed) => new([.. (typed ?? "").Take(50).Where(char.IsAsciiDigit)]);
}
