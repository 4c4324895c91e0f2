using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Tokens;

/// <summary>
/// Links that act (blueprint §12.8): 32 random bytes of which only the digest is stored, for one purpose and one subject, until they expire
/// or are used up. Asking for the page changes nothing; only <see cref="SpendAsync"/>, behind a POST, does.
/// </summary>
public sealed class OneTimeLinks
{
    private const int TokenBytes = 32;

    private readonly PlatformDbContext context;
    private readonly TimeProvider clock;

    internal OneTimeLinks(PlatformDbContext context, TimeProvider clock)
    {
        this.context = context;
        this.clock = clock;
    }

    /// <summary>Makes a link and cancels those of the same purpose and subject: the newest letter is the one that works.</summary>
    /// <returns>The token, for <c>/link/{token}</c>; it cannot be had again.</returns>
    public async Task<string> CreateAsync(string purpose, Guid subjectId, TimeSpan life, int uses, CancellationToken cancellationToken)
    {
        await CancelAsync(purpose, subjectId, cancellationToken);
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        var now = clock.GetUtcNow();
        context.Links.Add(new OneTimeLink
        {
            Id = Guid.CreateVersion7(now),
            Digest = SHA256.HashData(token),
            Purpose = purpose,
            SubjectId = subjectId,
            CreatedAt = now,
            ExpiresAt = now + life,
            UsesLeft = uses,
        });
        await context.SaveChangesAsync(cancellationToken);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null for a token that is unknown, expired, cancelled or used up: nobody learns which.</returns>
    public async Task<LiveLink?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (Digest(token) is not { } digest)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await context.Links.AsNoTracking().Where(link => link.Digest == digest && link.ExpiresAt > now && link.UsesLeft > 0)
            .Select(link => new LiveLink(link.Id, link.Purpose, link.SubjectId, link.ExpiresAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses it once, in the caller's transaction. Two at the same time: one of them gets null.</summary>
    public async Task<LiveLink?> SpendAsync(string? token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } live)
        {
            return null;
        }

        return await context.Links.Where(link => link.Id == live.Id && link.UsesLeft > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsesLeft, link => link.UsesLeft - 1), cancellationToken) == 1 ? live : null;
    }

    /// <summary>Those of one purpose and subject stop working.</summary>
    public Task CancelAsync(string purpose, Guid subjectId, CancellationToken cancellationToken) => context.Links
        .Where(link => link.Purpose == purpose && link.SubjectId == subjectId && link.UsesLeft > 0)
        .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsesLeft, 0), cancellationToken);

    private static byte[]? Digest(string? token)
    {
        var bytes = new byte[TokenBytes];
        return token is { Length: > 0 and < 100 }
            && Base64Url.DecodeFromChars(token, bytes, out _, out var length) == OperationStatus.Done && length == TokenBytes
                ? SHA256.HashData(bytes)
                : null;
    }
}
