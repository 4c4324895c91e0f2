using Medway.LocalOffer.Accounts.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Sessions of families, beside those of staff: another cookie, other lengths, and one person's access instead of an account.</summary>
internal sealed class FamilySessions(AccountsDbContext context, TimeProvider clock)
{
    public const string CookieName = "__Host-lo-my";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    public static readonly TimeSpan IdleWhenShared = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>A new session with a new key; the one that the browser had, if any, ends.</summary>
    public async Task OpenAsync(HttpContext http, Guid accessId, int factors, bool isShared, CancellationToken cancellationToken)
    {
        await CloseAsync(http, cancellationToken);
        var key = await CreateAsync(accessId, factors, isShared, cancellationToken);
        http.Response.Cookies.Append(CookieName, key, BrowserKey.Cookie());
    }

    /// <returns>The key for the cookie.</returns>
    public async Task<string> CreateAsync(Guid accessId, int factors, bool isShared, CancellationToken cancellationToken)
    {
        var (key, digest) = BrowserKey.New();
        var now = clock.GetUtcNow();
        context.Sessions.Add(new Session
        {
            Id = digest,
            AccessId = accessId,
            Stamp = "",
            Factors = factors,
            IsShared = isShared,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Longest,
        });
        await context.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <summary>Ends this browser's session.</summary>
    public async Task CloseAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Digest(http) is { } id)
        {
            DateTimeOffset? now = clock.GetUtcNow();
            await context.Sessions.Where(s => s.Id == id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
            http.Response.Cookies.Delete(CookieName, BrowserKey.Cookie());
        }
    }

    /// <summary>From now on this session is one on a shared device.</summary>
    public Task ShareAsync(FamilySession session, CancellationToken cancellationToken) =>
        context.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsShared, true), cancellationToken);

    /// <summary>Session and live access in one query: what ended a moment ago is gone now.</summary>
    public async Task<FamilySession?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Digest(http) is not { } id)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var idleSince = now - Idle;
        var idleSinceWhenShared = now - IdleWhenShared;
        var found = await (
            from session in context.Sessions.AsNoTracking()
            join access in context.FamilyAccess on session.AccessId equals (Guid?)access.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now
                && session.LastSeenAt > (session.IsShared ? idleSinceWhenShared : idleSince)
                && access.State == FamilyAccessState.Active
            select new
            {
                session.LastSeenAt,
                Family = new FamilySession(
                    id, access.Id, access.PersonId, access.Role, access.ContactPointId, session.Factors, session.IsShared,
                    access.AuthenticatorKey != null, access.DocumentsFrom),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (now - found.LastSeenAt >= SeenEvery)
        {
            await context.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
        }

        return found.Family;
    }

    /// <summary>Whose session this browser had, ended or not.</summary>
    /// <returns>Null when it had none.</returns>
    public async Task<(Guid PersonId, bool IsShared)?> LastAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (Digest(http) is not { } id)
        {
            return null;
        }

        var found = await context.Sessions.Where(s => s.Id == id)
            .Join(context.FamilyAccess, s => s.AccessId, access => (Guid?)access.Id, (s, access) => new { access.PersonId, s.IsShared })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.PersonId, found.IsShared);
    }

    private static byte[]? Digest(HttpContext http) => BrowserKey.DigestOf(http.Request.Cookies[CookieName]);
}
