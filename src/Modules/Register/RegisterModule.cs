using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Features.Join;
using Medway.LocalOffer.Register.Features.My.SeeOwnEntries;
using Medway.LocalOffer.Register.Features.Staff.RegisterWork;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Seeding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register;

/// <summary>The register of disabled children (Children Act 1989, Schedule 2, paragraph 2): who joined it, and what they said yes to.</summary>
public sealed class RegisterModule : IModule
{
    public string Name => RegisterDbContext.Schema;

    public Type? DbContext => typeof(RegisterDbContext);

    public IReadOnlyList<Permission> Permissions => RegisterPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => RegisterAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(WordingSeeder), typeof(DemoEntries)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<RegisterDbContext>(Name);
        services.AddSettings(RegisterSettings.All);
        services.AddScoped<RegisterReader>();
        services.AddScoped<RegisterViewers>();
        services.AddScoped<ISendRule, RegisterSendRule>();
        services.AddScoped<Wordings>();
        services.AddScoped<Drafts>();
        services.AddScoped<JoinRules>();
        services.AddScoped<Applications>();
        services.AddScoped<Consenting>();
        services.AddSingleton<JoinLimit>();
        services.AddJob<ForgetDraftsJob>(ForgetDraftsJob.Every);
        services.AddScoped<Ending>();
        services.AddOccurrenceHandler<YearlyCheck>();
        services.AddOccurrenceHandler<Birthdays>();
        services.AddEventHandler<PersonDied, StopWhenSomebodyDied>();
        services.AddScoped<IMyCards, OwnEntriesCard>();
        services.AddScoped<IWorkItems, RegisterWork>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<IKpiSource, RegisterKpis>();
        services.AddScoped<ISampleRoutes, RegisterSampleRoutes>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Staff, "Register of disabled children", "/staff/register", 120, RegisterPermissions.Read)
        .Add(NavigationArea.My, "Your register entry", "/my/register", 810, RegisterPermissions.Own);
}
