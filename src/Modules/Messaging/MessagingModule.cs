using Medway.LocalOffer.Messaging.Channels;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging;

/// <summary>Every message that leaves, by any channel.</summary>
public sealed class MessagingModule : IModule
{
    public string Name => MessagingDbContext.Schema;

    public Type? DbContext => typeof(MessagingDbContext);

    public IReadOnlyList<Permission> Permissions => MessagingPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => MessagingAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(TemplateSeeder), typeof(DemoMessages)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddMessaging(configuration);

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => NotifyCallback.Map(endpoints);

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Footer, "News by e-mail", "/join/news", 30, Permission.ReadPublished)
        .Add(NavigationArea.Staff, "Messages", "/staff/messaging", 400, MessagingPermissions.ReadLedger)
        .Add(NavigationArea.Staff, "Calls to make", "/staff/messaging/calls", 410, MessagingPermissions.Call)
        .Add(NavigationArea.Staff, "Letters to print", "/staff/messaging/print", 420, MessagingPermissions.Print)
        .Add(NavigationArea.Staff, "Messages in other formats", "/staff/messaging/formats", 425, MessagingPermissions.MakeFormats)
        .Add(NavigationArea.Staff, "Words of messages", "/staff/messaging/templates", 430, MessagingPermissions.WriteTemplates)
        .Add(NavigationArea.Staff, "Newsletters and consultations", "/staff/messaging/calendar", 440, MessagingPermissions.PlanNews)
        .Add(NavigationArea.Staff, "Numbers and cost of messages", "/staff/messaging/volumes", 450, MessagingPermissions.ReadVolumes);
}
