using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// Sessions of staff and providers, in the database, so that any host knows them and any of them can be ended. The framework's cookie
/// handler is not used: it keeps a session's key when somebody signs in again, and a key that was there before sign-in may be somebody else's.
/// </summary>
internal sealed class Sessions(AccountsDbContext context, TimeProvider clock)
{
    public const string CookieName = "__Host-lo-staff";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private const int KeyBytes = 32;

    /// <summary>A new session with a new key; the one that the browser had, if any, ends.</summary>
    public async Task OpenAsync(HttpContext http, Account account, int factors, CancellationToken cancellationToken)
    {
        await CloseAsync(http, cancellationToken);
        var key = await CreateAsync(account, factors, cancellationToken);
        http.Response.Cookies.Append(CookieName, key, Cookie());
    }

    /// <returns>The key for the cookie.</returns>
    public async Task<string> CreateAsync(Account account, int factors, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var now = clock.GetUtcNow();
        context.Sessions.Add(new Session
        {
            Id = SHA256.HashData(key),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            Factors = factors,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Longest,
        });
        await context.SaveChangesAsync(cancellationToken);
        return Base64Url.EncodeToString(key);
    }

    /// <summary>Ends this browser's session.</summary>
    public async Task CloseAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Digest(http) is { } id)
        {
            var now = clock.GetUtcNow();
            await context.Sessions.Where(s => s.Id == id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
            http.Response.Cookies.Delete(CookieName, Cookie());
        }
    }

    /// <summary>Ends every session of an account, but for one when it says so.</summary>
    public Task CloseAllAsync(Guid accountId, byte[]? butNot, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return context.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null && (butNot == null || s.Id != butNot))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }

    /// <summary>Session, account and live roles in one query: what was taken away a moment ago is gone now.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Digest(http) is not { } id)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var idleSince = now - Idle;
        var found = await (
            from session in context.Sessions.AsNoTracking()
            join account in context.Users on session.AccountId equals (Guid?)account.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt > idleSince
                && account.State == AccountState.Active && account.SecurityStamp == session.Stamp
            select new
            {
                session.LastSeenAt,
                session.Factors,
                account.Id,
                account.Kind,
                account.DisplayName,
                HasSecondFactor = account.AuthenticatorKey != null || context.UserPasskeys.Any(passkey => passkey.UserId == account.Id),
                Grants = context.Grants
                    .Where(grant => grant.AccountId == account.Id && grant.EndedAt == null && !grant.Waits && (grant.ExpiresAt == null || grant.ExpiresAt > now))
                    .Select(grant => new { grant.Role, grant.ScopeKind, grant.ScopeId })
                    .ToList(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (now - found.LastSeenAt >= SeenEvery)
        {
            await context.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
        }

        return new SignedIn(
            id, found.Id, found.Kind, found.DisplayName, found.Factors, found.HasSecondFactor,
            [.. found.Grants.Select(grant => new Grant(grant.Role, new Scope(grant.ScopeKind, grant.ScopeId)))]);
    }

    /// <summary>Whose session this browser had, ended or not; null when it had none.</summary>
    public async Task<Guid?> LastAccountAsync(HttpContext http, AccountKind kind, CancellationToken cancellationToken) => Digest(http) is { } id
        ? await context.Sessions.Where(s => s.Id == id && context.Users.Any(account => account.Id == s.AccountId && account.Kind == kind))
            .Select(s => s.AccountId).SingleOrDefaultAsync(cancellationToken)
        : null;

    private static byte[]? Digest(HttpContext http)
    {
        var key = new byte[KeyBytes];
        return http.Request.Cookies[CookieName] is { Length: > 0 and < 100 } text
            && Base64Url.DecodeFromChars(text, key, out _, out var length) == OperationStatus.Done && length == KeyBytes
                ? SHA256.HashData(key)
                : null;
    }

    /// <summary>Gone when the browser closes; when it ends before that is the database's business.</summary>
    private static CookieOptions Cookie() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
