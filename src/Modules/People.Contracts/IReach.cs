namespace Medway.LocalOffer.People.Contracts;

/// <summary>What kind of message it is; it decides which contact point may be used, never which person may be told about a child.</summary>
public enum ReachPurpose
{
    /// <summary>Anything that tells something: to a verified and safe contact point only.</summary>
    Tell,

    /// <summary>A code, link or warning of a person's own sign-in: only to the contact point that the question names, which must be verified and safe.</summary>
    SignIn,

    /// <summary>
    /// A code that proves whose a contact point is, and says nothing about anybody: to the one that the question names, proposed and
    /// unverified ones too.
    /// </summary>
    Confirm,
}

/// <summary>May this be sent, now? Ask again before each send, print, retry and fallback: an answer is good for this moment only.</summary>
/// <param name="RecipientId">Whom to tell; null when only a contact point is known, as for a code to somebody who asks to join.</param>
/// <param name="AboutId">The child or young person whom the message is about; null when it is about the recipient alone, or about nobody.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Purpose">What kind of message.</param>
/// <param name="ContactPointId">Only this contact point will do; null lets People choose the newest safe one of the channel.</param>
public sealed record ReachQuestion(Guid? RecipientId, Guid? AboutId, Channel Channel, ReachPurpose Purpose, Guid? ContactPointId = null);

/// <summary>Why a message is held. The first twelve are the restrictions; each is enough.</summary>
public enum HeldReason
{
    /// <summary>A court order: this recipient has no contact with the person whom it protects.</summary>
    NoContactOrder,

    /// <summary>The address of the recipient, or of the child, is hidden.</summary>
    ConfidentialAddress,

    /// <summary>The recipient, or the child, lives in a refuge.</summary>
    Refuge,

    /// <summary>Nobody but those named may learn where the child is placed.</summary>
    SecretPlacement,

    /// <summary>The child is in care and the recipient is the birth parent.</summary>
    CareOrder,

    /// <summary>The child was adopted and the recipient is the birth parent.</summary>
    AfterAdoption,

    /// <summary>A special guardian decides for the child, and the recipient is the parent.</summary>
    SpecialGuardianship,

    /// <summary>The recipient has no parental responsibility for the child today.</summary>
    NoParentalResponsibility,

    /// <summary>What the recipient was to the child has ended, or has not begun.</summary>
    RelationshipEnded,

    /// <summary>The young person, 16 or older, does not want the recipient to have a copy.</summary>
    CopyRefused,

    /// <summary>The recipient or the child has died.</summary>
    Died,

    /// <summary>The contact point was never verified, came back, is not safe, or is not the recipient's any more.</summary>
    ContactPointUnusable,

    /// <summary>Another row with the same name and birth date, e-mail address or phone has died or is restricted; somebody must check whether it is the same person.</summary>
    BeingChecked,

    /// <summary>There is no contact point for this channel at all.</summary>
    NoContactPoint,

    /// <summary>People knows nothing that ties the recipient to the child.</summary>
    NoRelationship,

    /// <summary>People does not know the recipient, the child or the contact point.</summary>
    Unknown,
}

/// <summary>Where a message goes. Use it for this one send and forget it: never store it, log it or show it.</summary>
/// <param name="Name">The recipient's name as on an envelope; empty for a proposed contact point, which is nobody's yet.</param>
/// <param name="Lines">One line for an e-mail address or a phone number (digits as dialled in the UK, or 00 and the country's code); for a postal address its lines, the postcode last.</param>
/// <param name="IsConfidential">A hidden address: print it apart, show it to nobody but whoever posts it.</param>
public sealed record Destination(string Name, IReadOnlyList<string> Lines, bool IsConfidential)
{
    /// <summary>Says nothing: a destination that is written to a log by mistake must not be one.</summary>
    public override string ToString() => nameof(Destination);
}

/// <param name="Held">Why not; empty when it may be sent.</param>
/// <param name="PersonId">The recipient; after a merge of two rows the one that is kept. Null for a proposed contact point.</param>
/// <param name="ContactPointId">Which contact point was looked at; null when there is none.</param>
/// <param name="To">Null when it is held.</param>
/// <param name="AsAt">The moment for which this is true.</param>
public sealed record ReachAnswer(IReadOnlyList<HeldReason> Held, Guid? PersonId, Guid? ContactPointId, Destination? To, DateTimeOffset AsAt)
{
    public bool May => Held.Count == 0 && To is not null;
}

/// <summary>What the post or a provider found out about a contact point.</summary>
public enum ContactFailure
{
    /// <summary>An e-mail address or a phone that does not exist or refuses for good.</summary>
    Bounced,

    /// <summary>A letter came back.</summary>
    Returned,

    /// <summary>Somebody else answered.</summary>
    WrongPerson,
}

/// <summary>Whether, and where, a person may be told something. The only way by which an address leaves People, and only Messaging asks.</summary>
public interface IReach
{
    /// <summary>Answers all questions from one look at the data, in their order. Fails closed: what cannot be answered is an exception, and nothing may be sent.</summary>
    Task<IReadOnlyList<ReachAnswer>> AskAsync(IReadOnlyList<ReachQuestion> questions, CancellationToken cancellationToken);

    /// <summary>Holds the contact point from now on, until somebody verifies it again. Safe to repeat; joins the caller's transaction.</summary>
    /// <returns>Whose it is, so that they can be reached another way; null when nobody knows it, or nobody owns it.</returns>
    Task<Guid?> ReportAsync(Guid contactPointId, ContactFailure failure, CancellationToken cancellationToken);
}

/// <summary>One question at a time.</summary>
public static class Reach
{
    /// <inheritdoc cref="IReach.AskAsync"/>
    public static async Task<ReachAnswer> AskAsync(this IReach reach, ReachQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return (await reach.AskAsync([question], cancellationToken))[0];
    }
}
