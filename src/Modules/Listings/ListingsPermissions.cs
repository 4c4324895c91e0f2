using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings;

internal static class ListingsPermissions
{
    public const string ReadRecordsName = "listings.records.read";
    public const string EditRecordsName = "listings.records.edit";
    public const string DecideRecordsName = "listings.records.decide";

    public const string ImportServicesName = "listings.services.import";
    public const string ExportServicesName = "listings.services.export";

    public static readonly Permission ImportServices = new(
        ImportServicesName, "Load services from a file", Roles.LocalOfferOfficer, Roles.PlatformAdministrator);

    public static readonly Permission ExportServices = new(
        ExportServicesName, "Take all services out as a file", Roles.LocalOfferOfficer, Roles.PlatformAdministrator);

    public static readonly Permission ReadRecords = new(
        ReadRecordsName, "See services, organisations and places as staff keep them, with drafts and history",
        Roles.LocalOfferOfficer, Roles.Author, Roles.Editor, Roles.Publisher, Roles.EmergencyPublisher);

    public static readonly Permission EditRecords = new(
        EditRecordsName, "Write drafts of services, organisations and places, and mark a service as checked",
        Roles.LocalOfferOfficer, Roles.Author, Roles.Editor, Roles.Publisher, Roles.EmergencyPublisher);

    public static readonly Permission DecideRecords = new(
        DecideRecordsName, "Approve what somebody else wrote, archive, bring back and merge",
        Roles.LocalOfferOfficer, Roles.Publisher, Roles.EmergencyPublisher);

    public static readonly IReadOnlyList<Permission> All = [ImportServices, ExportServices, ReadRecords, EditRecords, DecideRecords];
}
