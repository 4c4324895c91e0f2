using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Accounts;

/// <summary>What is written down about families' sign-in. Families read the descriptions: "Who looked at our record".</summary>
internal static class FamilyAudit
{
    public const string Person = "person";
    public const string Join = "join_request";

    public static readonly AuditEvent Invited = new("accounts.family-invited", "An invitation to sign in was sent to you");
    public static readonly AuditEvent Ended = new("accounts.family-access-ended", "Your sign-in was ended");
    public static readonly AuditEvent Seen = new("accounts.family-access-seen", "Somebody looked at how you sign in");
    public static readonly AuditEvent Bound = new("accounts.family-bound", "You used your invitation");
    public static readonly AuditEvent SignedIn = new("accounts.family-signed-in", "You signed in");
    public static readonly AuditEvent SecondFactor = new("accounts.family-second-factor-shown", "You showed a second time that it is you");
    public static readonly AuditEvent AppSet = new("accounts.family-app-set", "You set up an app that shows codes");
    public static readonly AuditEvent AskedToJoin = new("accounts.join-asked", "Somebody asked to join and showed that the contact point is theirs");
    public static readonly AuditEvent JoinSeen = new("accounts.join-seen", "An officer looked at who asks to join");
    public static readonly AuditEvent JoinApproved = new("accounts.join-approved", "An officer checked who you are, and you may sign in");
    public static readonly AuditEvent JoinDeclined = new("accounts.join-declined", "An officer said no to somebody who asked to join");

    public static readonly AuditEvent Erased = new("accounts.family-access-erased", "Your sign-in was ended, and the times you signed in were erased");

    public static readonly IReadOnlyList<AuditEvent> All =
        [Invited, Ended, Seen, Bound, SignedIn, SecondFactor, AppSet, AskedToJoin, JoinSeen, JoinApproved, JoinDeclined, Erased];
}
