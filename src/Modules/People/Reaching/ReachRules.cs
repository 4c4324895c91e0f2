using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>
/// May this person be told this, this way, today? No database here: everything that is known is handed over. What is not known holds the
/// message; nothing here lets one go that another rule holds.
/// </summary>
internal static class ReachRules
{
    /// <summary>From this birthday on a young person says who gets copies.</summary>
    public const int AgeOfChoice = 16;

    /// <summary>
    /// On this birthday parental responsibility ends (Family Law Reform Act 1969 s1). From then on the young person is told, and whoever they agreed to;
    /// for one who cannot decide, the deputy whom a court has named (Mental Capacity Act 2005 s16).
    /// </summary>
    public const int AgeOfMajority = 18;

    /// <summary>Reasons that lie with the recipient alone, whatever the message is about and wherever it goes.</summary>
    public static IEnumerable<HeldReason> AboutRecipient(Someone recipient)
    {
        if (recipient.IsDead)
        {
            yield return HeldReason.Died;
        }

        if (recipient.IsBeingChecked)
        {
            yield return HeldReason.BeingChecked;
        }
    }

    /// <summary>Reasons that lie between the recipient and the child whom the message is about.</summary>
    /// <param name="relationships">Of any row of the one with any row of the other.</param>
    public static IEnumerable<HeldReason> BetweenThem(
        Someone recipient, Someone about, IReadOnlyList<RelationshipRecord> relationships, DateOnly today)
    {
        if (about.IsDead)
        {
            yield return HeldReason.Died;
        }

        if (about.IsBeingChecked)
        {
            yield return HeldReason.BeingChecked;
        }

        if (recipient.KeptId == about.KeptId)
        {
            yield break;
        }

        var now = relationships.Where(relationship => relationship.AsRelationship(id => id).WasOn(today)).ToList();
        var isBirthParent = relationships.Any(relationship => relationship.Kind == RelationshipKind.Parent);
        foreach (var restriction in about.Protecting)
        {
            var isAgainst = recipient.Is(restriction.AgainstId);
            var holds = restriction.Kind switch
            {
                RestrictionKind.NoContactOrder => isAgainst,
                RestrictionKind.CopyRefused => isAgainst && about.AgeOn(today) >= AgeOfChoice,
                _ when restriction.Allows(recipient.Ids) => false,
                var kind when kind.HidesAddress() => true,
                _ => restriction.AgainstId is null ? isBirthParent : isAgainst,
            };
            if (holds)
            {
                yield return restriction.Kind.AsReason();
            }
        }

        if (relationships.Count == 0)
        {
            yield return HeldReason.NoRelationship;
        }
        else if (now.Count == 0)
        {
            yield return HeldReason.RelationshipEnded;
        }
        else if (!now.Exists(relationship => about.AgeOn(today) >= AgeOfMajority ? StandsByAnAdult(relationship, about, today) : StandsByAChild(relationship, today)))
        {
            yield return HeldReason.NoParentalResponsibility;
        }
    }

    /// <summary>Chooses the contact point, or says why there is none.</summary>
    /// <param name="isShared">Whether somebody who may have no contact with the recipient uses it too.</param>
    public static (KnownContact? Contact, IReadOnlyList<HeldReason> Held) Where(Someone recipient, ReachQuestion question, Func<KnownContact, bool> isShared)
    {
        var kinds = KindsFor(question.Channel);
        var all = recipient.Contacts
            .Where(contact => kinds.Contains(contact.Kind) && contact.State != ContactState.Ended)
            .Where(contact => question.Channel != Channel.Sms || PhoneNumber.TakesTexts(contact.Value))
            .OrderBy(contact => kinds.IndexOf(contact.Kind)).ThenByDescending(contact => contact.ChangedAt).ThenBy(contact => contact.Id)
            .ToList();
        var fitting = all.Where(contact => question.ContactPointId is not { } named || contact.Id == named).ToList();
        var usable = fitting.Where(contact => IsUsable(contact, question)).ToList();
        if (recipient.HidingReasons is { Count: > 0 } hiding)
        {
            return usable.FirstOrDefault(contact => contact.IsHidden) is { } safe ? (safe, []) : (null, [.. hiding.Select(kind => kind.AsReason())]);
        }

        // A contact point that is left over in the other table is nobody's to use: its restriction has ended and nobody has looked at it.
        usable.RemoveAll(contact => contact.IsHidden);
        return usable.Find(contact => !isShared(contact)) switch
        {
            { } contact => (contact, []),
            null when usable.Count > 0 => (usable[0], [HeldReason.NoContactOrder]),
            null when question.ContactPointId is null && all.Count == 0 => (null, [HeldReason.NoContactPoint]),
            null => (fitting.FirstOrDefault(), [HeldReason.ContactPointUnusable]),
        };
    }

    /// <summary>A proposed contact point is nobody's: a code that says nothing may go there, and nothing else.</summary>
    public static IReadOnlyList<HeldReason> Proposed(KnownContact contact, ReachQuestion question) =>
        question is { Purpose: ReachPurpose.Confirm, AboutId: null } && KindsFor(question.Channel).Contains(contact.Kind)
        && (question.Channel != Channel.Sms || PhoneNumber.TakesTexts(contact.Value))
            ? []
            : [HeldReason.ContactPointUnusable];

    private static bool IsUsable(KnownContact contact, ReachQuestion question) => question switch
    {
        { Purpose: not ReachPurpose.Tell, ContactPointId: null } => false,
        { Purpose: ReachPurpose.Confirm } => contact.IsSafe && contact.State is ContactState.Verified or ContactState.Unverified,
        _ => contact.IsUsable,
    };

    private static List<ContactPointKind> KindsFor(Channel channel) => channel switch
    {
        Channel.Email => [ContactPointKind.Email],
        Channel.Letter => [ContactPointKind.Address],
        Channel.FaceToFace => [ContactPointKind.Address, ContactPointKind.Phone, ContactPointKind.Email],
        _ => [ContactPointKind.Phone],
    };

    /// <summary>Whoever has parental responsibility; and without it those who care for the child, or stand by their work or by a court.</summary>
    private static bool StandsByAChild(RelationshipRecord relationship, DateOnly today) =>
        relationship.Kind == RelationshipKind.FosterCarer || StandsByWorkOrCourt(relationship.Kind) || relationship.AsRelationship(id => id).HadResponsibilityOn(today);

    /// <summary>What they agreed to as a child was not theirs to say; an interpreter says what is said in a meeting and is told nothing alone.</summary>
    private static bool StandsByAnAdult(RelationshipRecord relationship, Someone about, DateOnly today) => StandsByWorkOrCourt(relationship.Kind)
        || (relationship.Kind != RelationshipKind.Interpreter && relationship.AgreedOn is { } agreed && agreed <= today && about.AgeOn(agreed) >= AgeOfChoice);

    private static bool StandsByWorkOrCourt(RelationshipKind kind) =>
        kind is RelationshipKind.SocialWorker or RelationshipKind.Advocate or RelationshipKind.Deputy;
}
