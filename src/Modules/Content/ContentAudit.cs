using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Content;

/// <summary>Its subject is the document; which variant and which revision stand in the changes.</summary>
internal static class ContentAudit
{
    public const string Subject = "document";

    public static readonly AuditEvent Created = new("content.page-created", "A page was made");
    public static readonly AuditEvent Saved = new("content.draft-saved", "A draft was saved");
    public static readonly AuditEvent Discarded = new("content.draft-discarded", "A draft of a page was thrown away");
    public static readonly AuditEvent Submitted = new("content.draft-submitted", "A draft was handed in for a check");
    public static readonly AuditEvent TakenBack = new("content.draft-taken-back", "A draft was taken back before its check");
    public static readonly AuditEvent Returned = new("content.draft-returned", "A draft was sent back with comments");
    public static readonly AuditEvent Published = new("content.page-published", "A draft went live");
    public static readonly AuditEvent PublishedInEmergency = new("content.page-published-in-emergency", "A draft went live without a second pair of eyes");
    public static readonly AuditEvent Confirmed = new("content.emergency-confirmed", "Somebody checked what was published in an emergency");
    public static readonly AuditEvent Scheduled = new("content.draft-scheduled", "A draft was given a time to go live");
    public static readonly AuditEvent Unscheduled = new("content.draft-unscheduled", "A draft was taken off the schedule");
    public static readonly AuditEvent ScheduleFailed = new("content.schedule-failed", "A draft did not go live at its time");
    public static readonly AuditEvent TakenDown = new("content.page-taken-down", "A page was taken down");
    public static readonly AuditEvent TakeDownPlanned = new("content.take-down-planned", "A page was given a time to be taken down");
    public static readonly AuditEvent TakeDownCancelled = new("content.take-down-cancelled", "A page stays, though it had a time to be taken down");
    public static readonly AuditEvent TakeDownFailed = new("content.take-down-failed", "A page was not taken down at its time");
    public static readonly AuditEvent Binned = new("content.page-binned", "A page was put in the bin");
    public static readonly AuditEvent Restored = new("content.page-restored", "A page was taken out of the bin");
    public static readonly AuditEvent Erased = new("content.page-erased", "A page left the bin for good");
    public static readonly AuditEvent Moved = new("content.page-moved", "A page got another address");
    public static readonly AuditEvent Arranged = new("content.page-arranged", "Owner, checks or place in the menu changed");
    public static readonly AuditEvent Checked = new("content.page-checked", "Somebody said that all of a page is right");
    public static readonly AuditEvent LinkMade = new("content.link-made", "A one-time link to a page was made");
    public static readonly AuditEvent LinkCancelled = new("content.link-cancelled", "A one-time link to a page was cancelled");
    public static readonly AuditEvent Answered = new("content.check-answered", "Somebody without an account said whether a page is right");
    public static readonly AuditEvent RedirectsChanged = new("content.redirects-changed", "Old addresses were made to lead somewhere else");
    public static readonly AuditEvent Loaded = new("content.pages-loaded", "Pages that come with the product were added or changed");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Created, Saved, Discarded, Submitted, TakenBack, Returned, Published, PublishedInEmergency, Confirmed, Scheduled, Unscheduled, ScheduleFailed,
        TakenDown, TakeDownPlanned, TakeDownCancelled, TakeDownFailed, Binned, Restored, Erased, Moved, Arranged, Checked, LinkMade, LinkCancelled, Answered, RedirectsChanged, Loaded,
    ];
}
