using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Search;

internal static class SearchPermissions
{
    public const string RebuildName = "search.projection.rebuild";
    public const string ChangeWordsName = "search.words.change";
    public const string ReadReportsName = "search.reports.read";

    public static readonly Permission Rebuild = new(
        RebuildName, "Build the search projection and its word list anew", Roles.PlatformAdministrator, Roles.LocalOfferOfficer);

    public static readonly Permission ChangeWords = new(
        ChangeWordsName, "Change synonyms and best bets, hide results and take packs away", Roles.LocalOfferOfficer, Roles.Publisher);

    public static readonly Permission ReadReports = new(
        ReadReportsName, "See what families search for and do not find", Roles.LocalOfferOfficer, Roles.Publisher, Roles.Analyst, Roles.HeadOfSend, Roles.ProgrammeOffice);

    public static readonly IReadOnlyList<Permission> All = [Rebuild, ChangeWords, ReadReports];
}
