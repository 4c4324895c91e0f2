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
    public static readonly AuditEvent TwoStood = new("register.two-entries-found", "You stood on the register twice. An officer puts the two entries together");
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

    public static readonly AuditEvent TakenOver = new("register.old-entry-taken-over", "You stood on the old register. We keep that until you say yes or no");
    public static readonly AuditEvent OldWritten = new("register.old-entry-written-to", "We asked you whether you want to be on the register");
    public static readonly AuditEvent OldAnswered = new("register.old-entry-answered", "You told us whether you want to be on the register");
    public static readonly AuditEvent LettersMade = new("register.old-letters-made", "Letters to families on the old register were made ready");

    public static readonly AuditEvent MailingWritten = new("register.mailing-written", "A mailing to families on the register was written");
    public static readonly AuditEvent MailingSent = new("register.mailing-sent", "A mailing to families on the register was sent after a second look");
    public static readonly AuditEvent MailingDropped = new("register.mailing-dropped", "A mailing to families on the register was dropped");
    public static readonly AuditEvent Shared = new("register.list-given", "We gave what you agreed to, to somebody you said yes to");
    public static readonly AuditEvent ShareSaved = new("register.share-saved", "An officer saved what is handed over about you");
    public static readonly AuditEvent ShareAsked = new("register.share-asked", "Somebody asked to share an entry without a yes; a second person decides");
    public static readonly AuditEvent ShareRefused = new("register.share-refused", "A second person said no to sharing an entry without a yes");
    public static readonly AuditEvent SharedByLaw = new("register.entry-shared-by-law", "A law let us give what the register says of you to others without asking you. Two people decided it");
    public static readonly AuditEvent SharedInSafety = new("register.entry-shared-in-safety", "An entry was shared to keep a child safe, and telling the family would put somebody at risk") { IsSafety = true };
    public static readonly AuditEvent SavedInSafety = new("register.share-saved-in-safety", "What is shared to keep a child safe was saved to be handed over") { IsSafety = true };
    public static readonly AuditEvent RecallAsked = new("register.recall-asked", "Your yes has ended, so whoever was given your data is told to delete it");
    public static readonly AuditEvent RecallTold = new("register.recall-told", "We told whoever was given your data to delete it");

    public static readonly AuditEvent RetentionAsked = new("register.retention-asked", "Somebody asked to erase entries of the register that were kept long enough");
    public static readonly AuditEvent RetentionDone = new("register.retention-done", "Entries of the register that were kept long enough were erased");
    public static readonly AuditEvent RetentionRefused = new("register.retention-refused", "A second person said no to erasing entries of the register");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        RetentionAsked, RetentionDone, RetentionRefused,
        MailingWritten, MailingSent, MailingDropped, Shared, ShareSaved, ShareAsked, ShareRefused, SharedByLaw, SharedInSafety, SavedInSafety, RecallAsked, RecallTold,
        TakenOver, OldWritten, OldAnswered, LettersMade, Received, Listed, Viewed, OwnViewed, Acknowledged, EvidenceSeen, PutLive, FoundTwice, TwoStood, Said, Changed, Confirmed, Ended, Lapsed, Asked,
        TableLoaded, ReleasePrepared, ReleasePublished, Erased,
    ];
}
