using Medway.LocalOffer.Accounts;
using Medway.LocalOffer.Audit;
using Medway.LocalOffer.CoDesign;
using Medway.LocalOffer.Content;
using Medway.LocalOffer.Ehcp;
using Medway.LocalOffer.Feedback;
using Medway.LocalOffer.Improvement;
using Medway.LocalOffer.Listings;
using Medway.LocalOffer.Messaging;
using Medway.LocalOffer.People;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Register;
using Medway.LocalOffer.Search;

namespace Medway.LocalOffer.Web;

/// <summary>
/// Every module, literally: nothing is scanned for, so nothing can vanish quietly. Migrations, seeders and menus follow this order;
/// Platform and Search come first because the others write to their tables.
/// </summary>
internal static class Modules
{
    public static readonly IReadOnlyList<IModule> All =
    [
        new PlatformModule(),
        new SearchModule(),
        new AuditModule(),
        new PeopleModule(),
        new MessagingModule(),
        new AccountsModule(),
        new EhcpModule(),
        new RegisterModule(),
        new ListingsModule(),
        new ContentModule(),
        new CoDesignModule(),
        new FeedbackModule(),
        new ImprovementModule(),
        new SiteModule(),
    ];
}
