using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.KeptForms;

/// <summary>
/// Keeps what somebody typed for a day, encrypted so that only the same account gets it back. Whoever holds the id alone, or the database
/// alone, holds nothing. Needs the private login.
/// </summary>
public sealed class KeptForms
{
    /// <summary>Of all names and values together.</summary>
    public const int MaximumBytes = 200 * 1024;

    /// <summary>How long it stays.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Anybody can send a form without a session: more of those than this are not kept, so that nobody fills the database.</summary>
    internal const int MostWithoutOwner = 200;

    private const string Purpose = "Medway.LocalOffer.KeptForms";
    private const string Anybody = "whoever signs in first";

    private readonly PlatformDbContext context;
    private readonly IDataProtector protector;
    private readonly TimeProvider clock;

    internal KeptForms(PlatformDbContext context, IDataProtectionProvider protection, TimeProvider clock)
    {
        this.context = context;
        protector = protection.CreateProtector(Purpose);
        this.clock = clock;
    }

    /// <param name="form">Checked by the caller to be no larger than <see cref="MaximumBytes"/>.</param>
    /// <param name="owner">The account whose session ended; null when that cannot be told.</param>
    /// <returns>A random id; null when there are too many already.</returns>
    public async Task<Guid?> KeepAsync(KeptForm form, string? owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (owner is null && await context.KeptForms.CountAsync(row => !row.HasOwner && row.ExpiresAt > now, cancellationToken) >= MostWithoutOwner)
        {
            return null;
        }

        // Random through and through, not a version 7: for a form without an owner it is all that stands before it.
        var row = new KeptFormRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Protected = Protect(form, owner),
            HasOwner = owner is not null,
            ExpiresAt = now + Kept,
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    /// <summary>The form, when it belongs to this account; one without an owner belongs to it from now on.</summary>
    public async Task<KeptForm?> FindAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await context.KeptForms.AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == id && kept.ExpiresAt > now, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var form = Unprotect(row.Protected, row.HasOwner ? owner : null);
        if (form is not null && !row.HasOwner)
        {
            var claimed = await context.KeptForms.Where(kept => kept.Id == id && !kept.HasOwner).ExecuteUpdateAsync(
                set => set.SetProperty(kept => kept.Protected, Protect(form, owner)).SetProperty(kept => kept.HasOwner, true), cancellationToken);
            return claimed == 1 ? form : null;
        }

        return form;
    }

    /// <summary>It has arrived, or its owner has done with it.</summary>
    public Task ForgetAsync(Guid id, CancellationToken cancellationToken) =>
        context.KeptForms.Where(kept => kept.Id == id).ExecuteDeleteAsync(cancellationToken);

    private byte[] Protect(KeptForm form, string? owner) => For(owner).Protect(JsonSerializer.SerializeToUtf8Bytes(form));

    private KeptForm? Unprotect(byte[] bytes, string? owner)
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

    private IDataProtector For(string? owner) => protector.CreateProtector(owner is null ? Anybody : $"account {owner}");
}
