using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Web;

internal static class SitePermissions
{
    public const string SeeWorkName = "site.work.see";
    public const string ReadSettingsName = "site.settings.read";
    public const string ChangeSettingsName = "site.settings.change";
    public const string ChangeFactsName = "site.facts.change";
    public const string RunJobsName = "site.jobs.run";
    public const string ReadImportsName = "site.imports.read";
    public const string ReadCalendarsName = "site.calendars.read";
    public const string ChangeCalendarsName = "site.calendars.change";

    public static readonly Permission SeeWork = new(SeeWorkName, "See what waits for oneself", [.. Roles.OfStaff]) { HoldsWithALimit = true };

    // One for each door: nobody is still at a door that is not theirs.
    public static readonly Permission KeepStaffSession = new("site.staff-session.keep", "Stay signed in at /staff", [.. Roles.OfStaff]) { HoldsWithALimit = true };

    public static readonly Permission KeepProviderSession = new("site.provider-session.keep", "Stay signed in at /provider", Roles.Provider) { HoldsWithALimit = true };

    public static readonly Permission KeepFamilySession = new("site.family-session.keep", "Stay signed in at /my", [.. Roles.OfFamilies]) { HoldsWithALimit = true };

    public static readonly Permission ReadSettings = new(
        ReadSettingsName, "See the settings and the facts that nobody has confirmed", Roles.PlatformAdministrator, Roles.LocalOfferOfficer);

    public static readonly Permission ChangeSettings = new(ChangeSettingsName, "Change how the site works", Roles.PlatformAdministrator);

    public static readonly Permission ChangeFacts = new(
        ChangeFactsName, "Change the facts that the public site prints", Roles.PlatformAdministrator, Roles.LocalOfferOfficer);

    public static readonly Permission RunJobs = new(RunJobsName, "See the jobs that run in the background, and run one now", Roles.PlatformAdministrator);

    public static readonly Permission ReadImports = new(
        ReadImportsName, "See which files were loaded and what was wrong with them", Roles.LocalOfferOfficer, Roles.PlatformAdministrator);

    public static readonly Permission ReadCalendars = new(
        ReadCalendarsName, "See the bank holidays and the school terms by which we count", [.. Roles.OfStaff])
    { HoldsWithALimit = true };

    public static readonly Permission ChangeCalendars = new(
        ChangeCalendarsName, "Change the bank holidays and the school terms by which we count", Roles.LocalOfferOfficer, Roles.PlatformAdministrator);

    public static readonly IReadOnlyList<Permission> All =
    [
        SeeWork, KeepStaffSession, KeepProviderSession, KeepFamilySession, ReadSettings, ChangeSettings, ChangeFacts, RunJobs, ReadImports,
        ReadCalendars, ChangeCalendars,
    ];
}
