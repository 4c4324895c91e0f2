using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.People;

/// <summary>What is written down about people. Families read the descriptions: "Who looked at our record".</summary>
internal static class PeopleAudit
{
    public const string Subject = "person";

    public static readonly AuditEvent Found = new("people.records-found", "You were among the answers when somebody looked for a person");
    public static readonly AuditEvent Viewed = new("people.record-viewed", "Somebody opened your record");
    public static readonly AuditEvent Recorded = new("people.record-made", "Your record was made");
    public static readonly AuditEvent Changed = new("people.record-changed", "Your name or birth date was changed on your record");
    public static readonly AuditEvent ContactAdded = new("people.contact-added", "A way to reach you was added");
    public static readonly AuditEvent ContactChanged = new("people.contact-changed", "A way to reach you was checked, or ended");
    public static readonly AuditEvent ContactReported = new("people.contact-came-back", "A message to you came back");
    public static readonly AuditEvent RelationshipAdded = new("people.relationship-added", "It was recorded what somebody is to a child");
    public static readonly AuditEvent RelationshipChanged = new("people.relationship-changed", "What somebody is to a child was changed");
    public static readonly AuditEvent PreferencesChanged = new("people.preferences-changed", "How you like to be told was changed");
    public static readonly AuditEvent RestrictionsViewed = new("people.restrictions-viewed", "The duty and safety lead looked at what keeps somebody safe") { IsSafety = true };
    public static readonly AuditEvent Restricted = new("people.restriction-recorded", "A restriction was recorded") { IsSafety = true };
    public static readonly AuditEvent RestrictionEnded = new("people.restriction-ended", "A restriction was ended") { IsSafety = true };
    public static readonly AuditEvent HiddenContactChanged = new("people.hidden-contact-changed", "A hidden way to reach somebody was added or changed") { IsSafety = true };
    public static readonly AuditEvent DeathRecorded = new("people.death-recorded", "A death was recorded");
    public static readonly AuditEvent DeathWithdrawn = new("people.death-withdrawn", "A death that was recorded by mistake was taken back");
    public static readonly AuditEvent Compared = new("people.records-compared", "Your record was compared with another one");
    public static readonly AuditEvent FoundDifferent = new("people.records-found-different", "Somebody checked that two records are two people");
    public static readonly AuditEvent Merged = new("people.records-merged", "Two records of one person were put together");
    public static readonly AuditEvent Erased = new("people.contacts-erased", "Ways to reach you, and how you like to be told, were erased");
    public static readonly AuditEvent Stopped = new("people.contacts-stopped", "Everything that was to be sent to you was stopped");
    public static readonly AuditEvent Gathered = new("people.data-gathered", "Somebody looked at everything that we hold about you");
    public static readonly AuditEvent Exported = new("people.data-exported", "Everything that we hold about you was saved as a file");
    public static readonly AuditEvent ErasureAsked = new("people.erasure-asked", "Somebody asked that what we hold about you is erased");
    public static readonly AuditEvent ErasureDone = new("people.data-erased", "What nothing keeps of what we held about you was erased");
    public static readonly AuditEvent ErasureRefused = new("people.erasure-refused", "A second person said no to erasing what we hold about you");
    public static readonly AuditEvent MergeUndone = new("people.merge-undone", "Two records that were put together were taken apart again");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Found, Viewed, Recorded, Changed, ContactAdded, ContactChanged, ContactReported, RelationshipAdded, RelationshipChanged, PreferencesChanged,
        RestrictionsViewed, Restricted, RestrictionEnded, HiddenContactChanged, DeathRecorded, DeathWithdrawn, Compared, FoundDifferent, Merged, MergeUndone, Erased, Stopped, Gathered, Exported, ErasureAsked, ErasureDone, ErasureRefused,
    ];
}
