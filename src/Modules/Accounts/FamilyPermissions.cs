using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts;

/// <summary>What families may do with their own sign-in, and what staff may do for them.</summary>
internal static class FamilyPermissions
{
    public const string OwnPageName = "accounts.own-page.read";
    public const string OwnSecurityName = "accounts.own-security.manage";
    public const string DocumentsName = "accounts.documents.read";
    public const string InviteName = "accounts.families.invite";
    public const string DecideJoinsName = "accounts.joins.decide";

    public static readonly Permission OwnPage = new(
        OwnPageName, "Open one's own page, and see who looked at one's record", [.. Roles.OfFamilies])
    { HoldsWithALimit = true };

    public static readonly Permission OwnSecurity = new(OwnSecurityName, "Show that it is really you, and say how", [.. Roles.OfFamilies]) { HoldsWithALimit = true };

    public static readonly Permission Documents = new(DocumentsName, "Read one's own documents, after a second check", [.. Roles.OfFamilies]) { HoldsWithALimit = true };

    public static readonly Permission Invite = new(
        InviteName, "Invite a person of a family to sign in, or end that", Roles.TeamManager, Roles.EhcCoordinator, Roles.RegisterOfficer)
    { HoldsWithALimit = true };

    public static readonly Permission DecideJoins = new(
        DecideJoinsName, "Check who asks to join, and say yes or no", Roles.RegisterOfficer, Roles.TeamManager);

    public static readonly IReadOnlyList<Permission> All = [OwnPage, OwnSecurity, Documents, Invite, DecideJoins];
}
