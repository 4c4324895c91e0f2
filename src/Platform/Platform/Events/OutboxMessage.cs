using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Events;

internal enum OutboxState
{
    Waiting,
    Delivered,

    /// <summary>Tried too often; somebody has to look.</summary>
    Failed,
}

/// <summary>
/// One row of <c>platform.outbox</c>. The table also has a column <c>position</c>, numbered by the database and left out of the model:
/// the public login may insert but not select, so nothing may be read back.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset At { get; init; }

    public OutboxState State { get; init; }

    /// <summary>Not before this instant; moves on when a delivery starts (as a lease) and when one fails (as a delay).</summary>
    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Type and message of the last failure.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>One row of <c>platform.inbox</c>: this handler has had this event.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class InboxRecord
{
    public required Guid EventId { get; init; }

    public required string Handler { get; init; }

    public required DateTimeOffset At { get; init; }
}
