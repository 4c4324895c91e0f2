using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Register;

/// <summary>What is written down about the register. Families read the descriptions: "Who looked at our record".</summary>
internal static class RegisterAudit
{
    public static readonly AuditEvent Received = new("register.application-received", "You asked to join the register");
    public static readonly AuditEvent Listed = new("register.entries-listed", "Somebody looked at a list of the register that you are on");
    public static readonly AuditEvent Viewed = new("register.entry-viewed", "Somebody opened your entry on the register");
    public static readonly AuditEvent OwnViewed = new("register.own-entry-viewed", "You looked at your entry on the register");
    public static readonly AuditEvent Acknowledged = new("register.application-acknowledged", "We told you that we have your form");
    public static readonly AuditEvent EvidenceSeen = new("register.evidence-seen", "An officer saw a paper that shows who decides for you");
    public static readonly AuditEvent PutLive = new("register.entry-put-live", "Your entry went on the register");
    public static readonly AuditEvent FoundTwice = new("register.entry-found-twice", "You were on the register already, so two forms became one entry");
    public static readonly AuditEvent Said = new("register.consent-said", "You said yes or no to a use of your entry");
    public static readonly AuditEvent Changed = new("register.entry-changed", "What your entry on the register says was changed");
    public static readonly AuditEvent Confirmed = new("register.entry-confirmed", "You told us that your entry is still right");
    public static readonly AuditEvent Ended = new("register.entry-ended", "Your entry on the register ended");
    public static readonly AuditEvent Lapsed = new("register.entry-lapsed", "We did not hear from you, so your entry is not in use");
    public static readonly AuditEvent Asked = new("register.family-asked", "We asked you whether your entry is still right, or for your own word");

    public static readonly AuditEvent TableLoaded = new("register.planning-table-loaded", "A table for counting the register was loaded");
    public static readonly AuditEvent ReleasePrepared = new("register.release-prepared", "The numbers of a quarter were counted to be looked at");
    public static readonly AuditEvent ReleasePublished = new("register.release-published", "The numbers of a quarter were published");
    public static readonly AuditEvent Erased = new("register.entry-erased", "What the register said of you was erased");

    public static readonly IReadOnlyList<AuditEvent> All =
        [Received, Listed, Viewed, OwnViewed, Acknowledged, EvidenceSeen, PutLive, FoundTwice, Said, Changed, Confirmed, Ended, Lapsed, Asked, TableLoaded, ReleasePrepared, ReleasePublished, Erased];
}
