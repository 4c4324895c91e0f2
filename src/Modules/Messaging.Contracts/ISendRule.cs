namespace Medway.LocalOffer.Messaging.Contracts;

/// <summary>At which moment it is asked; the answer may differ.</summary>
public enum SendStep
{
    Send,

    /// <summary>A letter is about to be put on paper, or to be handed to the post.</summary>
    Print,

    /// <summary>The first channel failed, and this is the next.</summary>
    Fallback,
}

/// <summary>May this leave, now? Ids only.</summary>
/// <param name="MessageClass">What kind of message it is, for example <c>casework</c>; the template says it.</param>
/// <param name="PersonId">The recipient; null for a contact point that is nobody's yet, and for staff.</param>
/// <param name="AboutPersonId">The child whom it is about; null when it is about nobody else.</param>
public sealed record SendQuestion(
    Guid MessageId, string OccurrenceKey, string Template, string MessageClass, MessageChannel Channel, Guid? PersonId, Guid? AboutPersonId, SendStep Step);

/// <param name="MaySend">False holds the message until somebody looks.</param>
/// <param name="Reason">Lower_snake, for the ledger, for example <c>case_closed</c>: never a name or a need. Null when it may leave.</param>
public sealed record SendAnswer(bool MaySend, string? Reason)
{
    /// <summary>This rule has nothing against it.</summary>
    public static SendAnswer Yes { get; } = new(true, null);

    /// <summary>It is held, and staff see why.</summary>
    public static SendAnswer No(string reason) => new(false, reason);
}

/// <summary>
/// A module's say at each send, print and fallback. All rules must say yes; a rule that throws or takes longer than two seconds holds the
/// message, and so does a class of message that needs a rule of its module when none is registered. Registered as scoped.
/// </summary>
public interface ISendRule
{
    /// <summary>Whether messages of this class are its business; it is not asked about others.</summary>
    bool IsAbout(string messageClass);

    Task<SendAnswer> AskAsync(SendQuestion question, CancellationToken cancellationToken);
}
