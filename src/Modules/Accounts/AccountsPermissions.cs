using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts;

internal static class AccountsPermissions
{
    public const string OwnAccountName = "accounts.own-account.manage";
    public const string ProviderHomeName = "accounts.provider-home.read";
    public const string ManagePeopleName = "accounts.people.manage";
    public const string OpenBreakGlassName = "accounts.break-glass.open";
    public const string ReviewBreakGlassName = "accounts.break-glass.review";
    public const string AgreeRolesName = "accounts.given-roles.agree";

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

    /// <summary>Never a Platform administrator: who hands out roles does not say alone who reads about families.</summary>
    public static readonly Permission AgreeRoles = new(
        AgreeRolesName, "Agree that somebody was rightly given a role that sees people", Roles.DataProtectionOfficer, Roles.AssistantDirector);

    public static readonly IReadOnlyList<Permission> All = [OwnAccount, ProviderHome, ManagePeople, OpenBreakGlass, ReviewBreakGlass, AgreeRoles];
}
