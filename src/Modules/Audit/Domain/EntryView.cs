using System.Globalization;
using System.Text.Json;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Audit.Domain;

/// <summary>One entry, in words.</summary>
/// <param name="What">The event's description.</param>
/// <param name="Day">"21 Nov 2026", in London.</param>
/// <param name="Time">"17:30:05", in London.</param>
internal sealed record EntryView(
    Guid Id,
    string What,
    string Name,
    DateTimeOffset At,
    string Day,
    string Time,
    ActorKind ActorKind,
    string Who,
    string? ActorId,
    string? Role,
    string SubjectKind,
    Guid? SubjectId,
    IReadOnlyList<Guid> PersonIds,
    string? Purpose,
    string? Reason,
    IReadOnlyList<AuditChange> Changes,
    string? CorrelationId)
{
    public static EntryView Of(AuditEntry entry, EventWords words) => new(
        entry.Id,
        words.Of(entry.Name),
        entry.Name,
        entry.At,
        UkTime.DateIn(entry.At).Short(),
        UkTime.TimeIn(entry.At).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        entry.ActorKind,
        EventWords.Of(entry.ActorKind),
        entry.ActorId,
        entry.Role,
        entry.SubjectKind,
        entry.SubjectId,
        entry.PersonIds,
        entry.Purpose,
        entry.Reason,
        Read(entry.Changes),
        entry.CorrelationId);

    /// <summary>A row that somebody tampered with must still be shown: it is what the reader is looking for.</summary>
    private static List<AuditChange> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<AuditChange>>(json, JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException)
        {
            return [new AuditChange("not_readable", null, json)];
        }
    }
}
