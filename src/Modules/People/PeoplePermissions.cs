using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.People;

/// <summary>Back-office Appendix B, "Contact" and "Safety".</summary>
internal static class PeoplePermissions
{
    public const string FindName = "people.records.find";
    public const string ViewName = "people.records.read";
    public const string RecordName = "people.records.record";
    public const string ChangeName = "people.records.change";
    public const string RestrictName = "people.restrictions.manage";
    public const string CompareName = "people.records.compare";
    public const string GatherName = "people.data.gather";
    public const string EraseName = "people.erasures.decide";
    public const string OwnPreferencesName = "people.own-preferences.manage";

    public static readonly Permission Find = new(
        FindName, "Find a person by exactly what is known; shows a reference, the year of birth and initials",
        Roles.EhcCoordinator, Roles.TeamManager, Roles.RegisterOfficer, Roles.DutyLead, Roles.SafeguardingLead)
    { HoldsWithALimit = true };

    public static readonly Permission View = new(
        ViewName, "Open a person's record",
        Roles.EhcCoordinator, Roles.TeamManager, Roles.RegisterOfficer, Roles.DutyLead, Roles.SafeguardingLead, Roles.BreakGlass)
    { HoldsWithALimit = true };

    public static readonly Permission Record = new(
        RecordName, "Make a record of a person", Roles.EhcCoordinator, Roles.TeamManager, Roles.RegisterOfficer, Roles.DutyLead);

    public static readonly Permission Change = new(
        ChangeName, "Change a person's record: names, ways to reach them, relationships, preferences, a death",
        Roles.EhcCoordinator, Roles.TeamManager, Roles.RegisterOfficer, Roles.DutyLead)
    { HoldsWithALimit = true };

    public static readonly Permission Restrict = new(
        RestrictName, "See, record and end restrictions and hidden addresses", Roles.DutyLead);

    public static readonly Permission Compare = new(
        CompareName, "Compare two records, put them together or keep them apart", Roles.TeamManager, Roles.RegisterOfficer, Roles.DutyLead);

    public static readonly Permission Gather = new(
        GatherName, "See and save everything that is held about a person, and ask that it is erased", Roles.TeamManager, Roles.RegisterOfficer)
    { HoldsWithALimit = true };

    /// <summary>What is decided about shows kinds and counts only, so whoever sees no records may decide.</summary>
    public static readonly Permission Erase = new(
        EraseName, "Decide about erasing what is held about a person, when somebody else asked for it", Roles.TeamManager, Roles.DataProtectionOfficer);

    public static readonly Permission OwnPreferences = new(
        OwnPreferencesName, "Say how you like to be told", [.. Roles.OfFamilies])
    { HoldsWithALimit = true };

    public static readonly IReadOnlyList<Permission> All = [Find, View, Record, Change, Restrict, Compare, Gather, Erase, OwnPreferences];
}
