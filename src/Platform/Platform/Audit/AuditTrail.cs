using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Audit;

/// <summary>Writes down who did what, in the same save as the deed: neither can be there without the other.</summary>
public sealed class AuditTrail(Actor actor, TimeProvider clock, IKeyedDigests digests)
{
    private readonly AuditMac mac = new(digests);

    /// <summary>Adds one entry to <paramref name="context"/>; the caller's own SaveChanges writes it.</summary>
    /// <param name="context">The context that makes the change. Its model must have called <c>MapSharedTables</c>.</param>
    /// <param name="auditEvent">One of those that the module declares in <c>IModule.AuditEvents</c>.</param>
    /// <param name="subjectKind">What was acted on, lower_snake, for example <c>service</c>.</param>
    /// <param name="subjectId">Null when it is no single thing, for example an import.</param>
    /// <param name="reason">Why, when the actor was asked; never a name or a need.</param>
    /// <param name="changes">Fields that changed; see <see cref="AuditChange"/>.</param>
    /// <param name="purpose">The purpose under which personal data was read, when it was.</param>
    /// <param name="personIds">Whose data it touched or showed.</param>
    public void Record(
        DbContext context,
        AuditEvent auditEvent,
        string subjectKind,
        Guid? subjectId,
        string? reason = null,
        IReadOnlyList<AuditChange>? changes = null,
        string? purpose = null,
        IReadOnlyList<Guid>? personIds = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(auditEvent);
        var now = AuditMac.Stored(clock.GetUtcNow());
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            Name = auditEvent.Name,
            At = now,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Role = actor.RolesHeld.Count == 0 ? null : string.Join(", ", actor.RolesHeld.Order(StringComparer.Ordinal)),
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            PersonIds = [.. personIds ?? []],
            Purpose = purpose,
            Reason = reason,
            Changes = JsonSerializer.Serialize(changes ?? [], JsonSerializerOptions.Web),
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
        entry.Mac = mac.Of(entry);
        context.Add(entry);
    }

    /// <summary>
    /// What an <see cref="AuditChange"/> holds in place of a Special or Safety value: equal values of one field look equal, and nobody
    /// without the master key can try out what they were.
    /// </summary>
    /// <param name="field">Name of the field, as in the change.</param>
    /// <param name="value">Null stays null: there was nothing.</param>
    public string? Digest(string field, string? value) => value is null
        ? null
        : "digest:" + Convert.ToHexStringLower(digests.Of("audit-value", Encoding.UTF8.GetBytes($"{field}\0{value}")).AsSpan(0, 16));
}
