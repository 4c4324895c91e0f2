using System.Text.Json;
using System.Transactions;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Changes settings, with an audit entry and a notice to every host. Needs the private login.</summary>
public sealed class SettingsWriter
{
    /// <summary>The notice that settings changed; a cached page that prints one carries it as a tag.</summary>
    public const string NoticeTag = "settings";

    internal static readonly AuditEvent Changed = new("platform.setting-changed", "A setting was changed; the entry holds the old and the new value.");

    private readonly PlatformDbContext context;
    private readonly SettingsSnapshot snapshot;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal SettingsWriter(PlatformDbContext context, SettingsSnapshot snapshot, AuditTrail audit, TimeProvider clock)
    {
        this.context = context;
        this.snapshot = snapshot;
        this.audit = audit;
        this.clock = clock;
    }

    /// <summary>Stores the value, in the caller's transaction when there is one. The value that is there already changes nothing.</summary>
    /// <param name="setting">One that is registered.</param>
    /// <param name="value">Null makes a fact unknown again.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    public Task SetAsync<T>(Setting<T> setting, T value, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return StoreAsync(setting, Setting<T>.Write(value), reason, seen: null, cancellationToken);
    }

    /// <summary>The same for somebody who typed the value: plain words, or JSON where the setting is not text; "" makes a fact unknown again.</summary>
    /// <param name="setting">One that is registered.</param>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="seen">The JSON that stood on the page where it was typed; null when nobody looked.</param>
    /// <returns>Invalid when the words cannot be a value of this setting; Conflict when it has changed since it was seen, or is not ours to change.</returns>
    public async Task<Outcome<Done>> SetTypedAsync(
        Setting setting, string typed, string? reason = null, string? seen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(typed);
        if (snapshot.IsFixed(setting))
        {
            return Outcome.Conflict($"{setting.Name} is set where the site is installed. It cannot be changed here.");
        }

        string[] readings = typed is "" ? ["null", "\"\""] : [JsonSerializer.Serialize(typed), typed];
        if (readings.FirstOrDefault(setting.Accepts) is not { } json)
        {
            return Outcome.Invalid(setting.Name, $"“{typed}” cannot be a value of {setting.Name}. {setting.Description}");
        }

        if (setting.Complaint(json) is { } complaint)
        {
            return Outcome.Invalid(setting.Name, complaint);
        }

        return await StoreAsync(setting, json, reason, seen, cancellationToken)
            ? default(Done)
            : Outcome.Conflict("Somebody else changed this while you had it open. What it is now stands below; what you typed is still in the box.");
    }

    /// <returns>False when it was changed since it was seen.</returns>
    private async Task<bool> StoreAsync(Setting setting, string after, string? reason, string? seen, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();

        // One change of a setting at a time, also of one that has no row yet.
        await context.Database.LockAsync("setting " + setting.Name, cancellationToken);
        var row = await context.Settings.SingleOrDefaultAsync(stored => stored.Name == setting.Name, cancellationToken);
        var before = row?.Value ?? setting.DefaultJson;
        if (seen is not null && seen != before)
        {
            return false;
        }

        if (before != after || (row is not null && row.IsPublic != setting.IsPublic))
        {
            row ??= context.Settings.Add(new StoredSetting { Name = setting.Name, Value = "", IsPublic = false, ChangedAt = default }).Entity;
            row.Value = after;
            row.IsPublic = setting.IsPublic;
            row.ChangedAt = clock.GetUtcNow();
            audit.Record(context, Changed, "setting", null, reason, [new AuditChange(setting.Name, before, after)]);
            await context.SaveChangesAsync(cancellationToken);
            await Notices.Notices.NotifyAsync(context, NoticeTag, cancellationToken);
            Transaction.Current!.TransactionCompleted += (_, _) => snapshot.Forget();
        }

        transaction.Complete();
        return true;
    }
}
