using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.KeptForms;

/// <summary>
/// Keeps what somebody typed for a day, encrypted so that only the same account gets it back. Whoever holds the id alone, or the database
/// alone, holds nothing. Without an account nothing is kept: it would be given to somebody else. Needs the private login.
/// </summary>
public sealed class KeptForms
{
    /// <summary>Of all names and values together.</summary>
    public const int MaximumBytes = 200 * 1024;

    /// <summary>How long it stays.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Of one account; with one more its oldest is let go, so that nobody fills the database.</summary>
    internal const int MostOfOneAccount = 20;

    private const string Purpose = "Medway.LocalOffer.KeptForms";

    private readonly PlatformDbContext context;
    private readonly IDataProtector protector;
    private readonly IKeyedDigests digests;
    private readonly TimeProvider clock;

    internal KeptForms(PlatformDbContext context, IDataProtectionProvider protection, IKeyedDigests digests, TimeProvider clock)
    {
        this.context = context;
        this.digests = digests;
        protector = protection.CreateProtector(Purpose);
        this.clock = clock;
    }

    /// <param name="form">Checked by the caller to be no larger than <see cref="MaximumBytes"/>.</param>
    /// <param name="owner">The account whose session ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>A random id.</returns>
    public async Task<Guid> KeepAsync(KeptForm form, string owner, CancellationToken cancellationToken)
    {
        var digest = digests.Of("kept-form-owner", Encoding.UTF8.GetBytes(owner));
        var tooOld = await context.KeptForms
            .Where(kept => kept.OwnerDigest == digest)
            .OrderByDescending(kept => kept.ExpiresAt)
            .Skip(MostOfOneAccount - 1)
            .Select(kept => kept.Id)
            .ToListAsync(cancellationToken);
        if (tooOld.Count > 0)
        {
            await context.KeptForms.Where(kept => tooOld.Contains(kept.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        // Random through and through, not a version 7: whoever holds an id may have the form forgotten.
        var row = new KeptFormRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Protected = For(owner).Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
            OwnerDigest = digest,
            ExpiresAt = clock.GetUtcNow() + Kept,
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    /// <summary>The form, when it belongs to this account.</summary>
    public async Task<KeptForm?> FindAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await context.KeptForms.AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == id && kept.ExpiresAt > now, cancellationToken);
        return row is null ? null : Unprotect(row.Protected, owner);
    }

    /// <summary>It has arrived, or its owner has done with it.</summary>
    public Task ForgetAsync(Guid id, CancellationToken cancellationToken) =>
        context.KeptForms.Where(kept => kept.Id == id).ExecuteDeleteAsync(cancellationToken);

    private KeptForm? Unprotect(byte[] bytes, string owner)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(For(owner).Unprotect(bytes));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string owner) => protector.CreateProtector($"account {owner}");
}
