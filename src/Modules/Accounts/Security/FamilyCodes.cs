using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>The six digits that families type. Asking only notes that somebody asked: a job looks whether there is anybody to send them to.</summary>
internal sealed class FamilyCodes(AccountsDbContext context, JobQueue jobs, IKeyedDigests digests, TimeProvider clock)
{
    public const string CookieName = "__Host-lo-code";

    public const int Tries = 5;

    /// <summary>To one contact point for one use, so that nobody takes a family's codes by asking to join; 15 tries an hour at a million codes.</summary>
    public const int SentAnHour = 3;

    public const int Length = 6;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>What happened does not tell which of these it was.</summary>
    public const string Refusal =
        "That code is not right, or it is too old, or it was typed on another device. After 5 wrong tries a code stops working: ask for a new one";

    /// <summary>The same work, and so the same time, whether we know what was typed or not.</summary>
    /// <returns>The key for the browser's cookie.</returns>
    public async Task<string> AskAsync(FamilyCodeUse use, Guid? accessId, Guid? joinId, Guid? contactPointId, CancellationToken cancellationToken)
    {
        var (key, digest) = BrowserKey.New();
        var now = clock.GetUtcNow();
        var code = new FamilyCode
        {
            Id = Guid.CreateVersion7(now),
            Use = use,
            AccessId = accessId,
            JoinId = joinId,
            ContactPointId = contactPointId,
            BrowserDigest = digest,
            AskedAt = now,
            ExpiresAt = now + Life,
        };
        context.FamilyCodes.Add(code);
        await context.SaveChangesAsync(cancellationToken);
        var payload = JsonSerializer.Serialize(new CodeToSend(code.Id), JsonSerializerOptions.Web);
        await jobs.EnqueueAsync(context, SendFamilyCodeJob.Kind, null, payload, cancellationToken: cancellationToken);
        return key;
    }

    /// <summary>Makes the digits of a code that is about to be sent. The caller saves, and sends.</summary>
    public string NewDigits(FamilyCode code)
    {
        var digits = RandomNumberGenerator.GetString("0123456789", Length);
        var now = clock.GetUtcNow();
        code.Digest = Digest(code.Id, digits);
        code.SentAt = now;
        code.ExpiresAt = now + Life;
        return digits;
    }

    /// <summary>
    /// One try, counted before it is looked at and even when the command that asked for it is undone, so that a thousand at once are no better
    /// than one after another.
    /// </summary>
    /// <returns>The code, used up now; null for whatever is wrong.</returns>
    public async Task<FamilyCode?> TryAsync(string? browserKey, IReadOnlyCollection<FamilyCodeUse> uses, string? typed, CancellationToken cancellationToken)
    {
        if (BrowserKey.DigestOf(browserKey) is not { } browser)
        {
            return null;
        }

        using var apart = OneTransaction.Apart();
        var now = clock.GetUtcNow();
        var live = context.FamilyCodes.Where(c => c.BrowserDigest == browser && uses.Contains(c.Use) && c.UsedAt == null && c.ExpiresAt > now);
        if (await live.Where(c => c.Tries < Tries).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), cancellationToken) != 1)
        {
            return null;
        }

        var code = await live.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (code?.Digest is null || !CryptographicOperations.FixedTimeEquals(code.Digest, Digest(code.Id, Normal(typed))))
        {
            return null;
        }

        DateTimeOffset? used = now;
        return await live.ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, used), cancellationToken) == 1 ? code : null;
    }

    public static void SetCookie(HttpContext http, string key) => http.Response.Cookies.Append(CookieName, key, BrowserKey.Cookie());

    public static string? KeyOf(HttpContext http) => http.Request.Cookies[CookieName];

    public static void ForgetCookie(HttpContext http) => http.Response.Cookies.Delete(CookieName, BrowserKey.Cookie());

    private byte[] Digest(Guid id, string digits) => digests.Of("family-code", Encoding.UTF8.GetBytes($"{id:n} {digits}"));

    /// <summary>As people type and paste it: with spaces or a dash between.</summary>
    private static string Normal(string? typed) => new([.. (typed ?? "").Take(50).Where(char.IsAsciiDigit)]);
}

/// <param name="CodeId">Of the row that says where to.</param>
internal sealed record CodeToSend(Guid CodeId);
