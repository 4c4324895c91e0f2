namespace Medway.LocalOffer.Messaging.Contracts;

/// <summary>A message to be sent once, to one place.</summary>
/// <param name="Template">Name of the template, for example <c>accounts.invitation</c>.</param>
/// <param name="OccurrenceKey">The same key never sends twice to the same place by the same channel. Stored readable: never a code, a link or a name.</param>
/// <param name="ContactPointId">Where to: a contact point of People; null when <paramref name="StaffEmail"/> or <see cref="PersonId"/> says it.</param>
/// <param name="StaffEmail">Where to, for staff and providers: their sign-in name.</param>
/// <param name="Values">What the template's fields are filled with; every value is sanitised before it leaves.</param>
public sealed record MessageRequest(
    string Template, string OccurrenceKey, Guid? ContactPointId, string? StaffEmail, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Whom to tell, by the channel that this person asked for. With <c>ContactPointId</c> too: only there.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The child or young person whom it is about; the gate then looks at what the recipient is to that child.</summary>
    public Guid? AboutPersonId { get; init; }

    /// <summary>Only by this channel, whatever the person likes better; null lets the person's own choice decide.</summary>
    public MessageChannel? Channel { get; init; }

    /// <summary>Not before this instant; null is as soon as hours and caps allow.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Somebody stays reachable for questions, so that a decision may leave late on a Friday or on the last day of term. Written to the ledger.</summary>
    public bool SomebodyIsReachable { get; init; }
}

/// <summary>Asks for a message in the caller's own transaction; it leaves after commit. Needs the private login.</summary>
public interface IMessages
{
    /// <exception cref="ArgumentException">There is no such template, it says nowhere to go, or a field that the template needs is not filled: a bug of the caller.</exception>
    Task RequestAsync(MessageRequest message, CancellationToken cancellationToken);
}
