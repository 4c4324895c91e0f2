using System.Security.Cryptography;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Changes keys while the site runs. Needs the private login.</summary>
internal sealed class KeyRotation(
    PlatformDbContext context, KeyWrapping wrapping, DataKeys keys, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    public static readonly AuditEvent Rotated = new("platform.key-rotated", "A new key was made for a class of fields; what older keys encrypted is being written again.");
    public static readonly AuditEvent Retired = new("platform.key-retired", "A data key was erased, because nothing it encrypted is left.");
    public static readonly AuditEvent Rewrapped = new("platform.keys-rewrapped", "The data keys were wrapped under the master key of today.");

    /// <summary>The uses that fields have, and that can be rotated.</summary>
    public static readonly IReadOnlyList<KeyUse> Fields = [KeyUse.Personal, KeyUse.Special, KeyUse.Safety];

    /// <summary>Makes a new current key; every host hears of it at commit, and <see cref="ReencryptJob"/> writes again what older keys encrypted.</summary>
    public async Task RotateAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        foreach (var use in uses)
        {
            context.DataKeys.Add(new DataKey { Use = use, Wrapped = wrapping.Wrap(use, RandomNumberGenerator.GetBytes(32)), CreatedAt = clock.GetUtcNow() });
            audit.Record(context, Rotated, "data_key", null, changes: [new AuditChange("use", null, use.ToString())]);
        }

        await context.SaveChangesAsync(cancellationToken);
        await jobs.EnqueueAsync(context, ReencryptJob.Kind, "rotation", cancellationToken: cancellationToken);
        await Notices.Notices.NotifyAsync(context, DataKeys.NoticeTag, cancellationToken);
        transaction.Complete();
        await keys.OnNoticeAsync(DataKeys.NoticeTag, cancellationToken);
    }

    /// <summary>Wraps every key under the master key of today, so that the old one can be thrown away. Safe to repeat.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> RewrapAsync(CancellationToken cancellationToken)
    {
        var stored = await context.DataKeys.Where(key => key.Wrapped != null).ToListAsync(cancellationToken);
        foreach (var key in stored)
        {
            key.Wrapped = wrapping.Wrap(key.Use, wrapping.Unwrap(key.Use, key.Number, key.Wrapped!));
        }

        audit.Record(context, Rewrapped, "data_key", null);
        await context.SaveChangesAsync(cancellationToken);
        return stored.Count;
    }

    /// <summary>Erases a key that nothing needs any more.</summary>
    public async Task RetireAsync(int number, CancellationToken cancellationToken)
    {
        var key = await context.DataKeys.SingleAsync(stored => stored.Number == number, cancellationToken);
        key.Wrapped = null;
        key.RetiredAt = clock.GetUtcNow();
        audit.Record(context, Retired, "data_key", null, changes: [new AuditChange("use", key.Use.ToString(), null)]);
        await context.SaveChangesAsync(cancellationToken);
    }
}
