using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts;

internal static class AccountsPermissions
{
    public const string OwnAccountName = "accounts.own-account.manage";
    public const string ProviderHomeName = "accounts.provider-home.read";
    public const string ManagePeopleName = "accounts.people.manage";
    public const string OpenBreakGlassName = "accounts.break-glass.open";
    public const string ReviewBreakGlassName = "accounts.break-glass.review";
    public const string WatchRolesName = "accounts.given-roles.watch";

    public static readonly Permission OwnAccount = new(
        OwnAccountName, "See and change your own sign-in", [.. Roles.OfStaff, Roles.Provider])
    { HoldsWithALimit = true };

    public static readonly Permission ProviderHome = new(ProviderHomeName, "Open the first page for providers", Roles.Provider) { HoldsWithALimit = true };

    public static readonly Permission ManagePeople = new(
        ManagePeopleName, "Invite people who work here, give and take roles, suspend, hand over", Roles.PlatformAdministrator);

    public static readonly Permission OpenBreakGlass = new(
        OpenBreakGlassName, "Read one person's record for an hour when it cannot wait, with a reason",
        Roles.EhcCoordinator, Roles.TeamManager, Roles.RegisterOfficer, Roles.SafeguardingLead, Roles.DutyLead)
    { HoldsWithALimit = true };

    public static readonly Permission ReviewBreakGlass = new(
        ReviewBreakGlassName, "Check why somebody opened a record by break-glass", Roles.DutyLead, Roles.SafeguardingLead, Roles.DataProtectionOfficer);

    public static readonly Permission WatchRoles = new(
        WatchRolesName, "Be told that roles which see people were given", Roles.DataProtectionOfficer);

    public static readonly IReadOnlyList<Permission> All = [OwnAccount, ProviderHome, ManagePeople, OpenBreakGlass, ReviewBreakGlass, WatchRoles];
}
