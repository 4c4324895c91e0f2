using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Accounts;

internal static class AccountsAudit
{
    public const string Subject = "account";

    public static readonly AuditEvent SignedIn = new("accounts.session-opened", "Somebody signed in");
    public static readonly AuditEvent PasswordSet = new("accounts.password-set", "Somebody chose a password");
    public static readonly AuditEvent AppSet = new("accounts.app-set", "Somebody set up an authenticator app");
    public static readonly AuditEvent RecoveryCodesMade = new("accounts.recovery-codes-made", "Somebody had new recovery codes made");
    public static readonly AuditEvent PasskeyAdded = new("accounts.passkey-added", "Somebody added a passkey");
    public static readonly AuditEvent PasskeyRemoved = new("accounts.passkey-removed", "Somebody removed a passkey");
    public static readonly AuditEvent FactorsReset = new("accounts.factors-reset", "The second factors of an account were taken away, to be set up anew");
    public static readonly AuditEvent Invited = new("accounts.person-invited", "Somebody was invited to sign in");
    public static readonly AuditEvent LinkIssued = new("accounts.link-issued", "A new one-time link was made for an account");
    public static readonly AuditEvent RolesChanged = new("accounts.roles-changed", "Roles of an account were given or taken");
    public static readonly AuditEvent RoleAgreed = new("accounts.role-agreed", "A second person agreed to a role that sees people");
    public static readonly AuditEvent RoleRefused = new("accounts.role-refused", "A second person refused a role that sees people, and it ended");
    public static readonly AuditEvent Suspended = new("accounts.person-suspended", "An account was suspended");
    public static readonly AuditEvent Reinstated = new("accounts.person-reinstated", "A suspended account may sign in again");
    public static readonly AuditEvent Left = new("accounts.person-left", "Somebody left; what they owned went to somebody else");
    public static readonly AuditEvent AdministratorMade = new("accounts.administrator-made", "The command line made an administrator");
    public static readonly AuditEvent BreakGlassOpened = new("accounts.break-glass-opened", "Somebody opened one person's record for an hour, with a reason");
    public static readonly AuditEvent BreakGlassMissed = new("accounts.break-glass-missed", "Somebody asked for a record by break-glass, and there was none");
    public static readonly AuditEvent BreakGlassReviewed = new("accounts.break-glass-reviewed", "A break-glass was checked");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        SignedIn, PasswordSet, AppSet, RecoveryCodesMade, PasskeyAdded, PasskeyRemoved, FactorsReset, Invited, LinkIssued, RolesChanged, RoleAgreed, RoleRefused,
        Suspended, Reinstated, Left, AdministratorMade, BreakGlassOpened, BreakGlassMissed, BreakGlassReviewed,
    ];
}
