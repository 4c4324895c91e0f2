namespace Medway.LocalOffer.Messaging.Contracts;

/// <summary>A message to be sent once, to one place.</summary>
/// <param name="Template">Name of the template, for example <c>accounts.invitation</c>.</param>
/// <param name="OccurrenceKey">The same key never sends twice.</param>
/// <param name="ContactPointId">Where to: a contact point of People; null when <paramref name="StaffEmail"/> says it.</param>
/// <param name="StaffEmail">Where to, for staff and providers: their sign-in name.</param>
/// <param name="Values">What the template's fields are filled with; every value is sanitised before it leaves.</param>
public sealed record MessageRequest(
    string Template, string OccurrenceKey, Guid? ContactPointId, string? StaffEmail, IReadOnlyDictionary<string, string> Values);

/// <summary>Asks for a message in the caller's own transaction; it leaves after commit.</summary>
public interface IMessages
{
    Task RequestAsync(MessageRequest message, CancellationToken cancellationToken);
}
