using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Audit;

/// <summary>
/// One row of <c>platform.audit_entries</c>. Every value is made here and none by the database: the public login may insert but not select,
/// and a value that the database makes would have to be read back.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public string? ActorId { get; init; }

    /// <summary>Roles held at that moment, in order of the alphabet with commas between; null when none.</summary>
    public string? Role { get; init; }

    public required string SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    public Guid[] PersonIds { get; init; } = [];

    public string? Purpose { get; init; }

    public string? Reason { get; init; }

    /// <summary>A JSON list of <see cref="AuditChange"/>.</summary>
    public string Changes { get; init; } = "[]";

    public string? CorrelationId { get; init; }

    /// <summary><see cref="AuditMac.Of"/> all the others; empty only in rows older than <see cref="AuditMac.Began"/>.</summary>
    public byte[] Mac { get; set; } = [];
}
