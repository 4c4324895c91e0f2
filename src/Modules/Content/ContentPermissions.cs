using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content;

/// <summary>A role limited to one section counts in that section: every operation about a page is checked against where it stands.</summary>
internal static class ContentPermissions
{
    public const string WriteName = "content.pages.write";
    public const string ArrangeName = "content.pages.arrange";
    public const string PublishName = "content.pages.publish";
    public const string AddressesName = "content.addresses.manage";
    public const string CoverageName = "content.coverage.read";

    public static readonly Permission Write = new(
        WriteName, "Write pages, see drafts and submit them", Roles.Author, Roles.Editor, Roles.Publisher, Roles.EmergencyPublisher, Roles.LocalOfferOfficer)
    { HoldsWithALimit = true };

    public static readonly Permission Review = new(
        "content.pages.review", "Send a submitted page back with comments", Roles.Editor, Roles.Publisher, Roles.LocalOfferOfficer)
    { HoldsWithALimit = true };

    public static readonly Permission Arrange = new(
        ArrangeName, "Move and rename pages, say who owns them and that they were checked", Roles.Editor, Roles.Publisher, Roles.LocalOfferOfficer)
    { HoldsWithALimit = true };

    public static readonly Permission Publish = new(
        PublishName, "Publish what somebody else wrote, schedule it, take pages down, use the bin", Roles.Publisher, Roles.LocalOfferOfficer)
    { HoldsWithALimit = true };

    public static readonly Permission PublishNow = new(
        "content.pages.publish-now", "Publish in an emergency without a second pair of eyes, with a reason", Roles.EmergencyPublisher)
    { HoldsWithALimit = true };

    public static readonly Permission Addresses = new(
        AddressesName, "Look after old addresses and where they lead", Roles.Publisher, Roles.LocalOfferOfficer);

    public static readonly Permission Coverage = new(
        CoverageName, "See which points of the law the pages answer",
        Roles.Author, Roles.Editor, Roles.Publisher, Roles.LocalOfferOfficer, Roles.HeadOfSend, Roles.AssistantDirector, Roles.ProgrammeOffice);

    public static readonly Permission Load = new("content.pages.load", "Load the pages that come with the product", Roles.PlatformAdministrator);

    public static readonly IReadOnlyList<Permission> All = [Write, Review, Arrange, Publish, PublishNow, Addresses, Coverage, Load];
}
