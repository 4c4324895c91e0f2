using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Features;
using Medway.LocalOffer.People.Features.My.OwnPreferences;
using Medway.LocalOffer.People.Features.Staff.ListChecks;
using Medway.LocalOffer.People.Features.Staff.ListErasures;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.People.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.People;

/// <summary>Who people are, and how they may safely be reached.</summary>
public sealed class PeopleModule : IModule
{
    public string Name => PeopleDbContext.Schema;

    public Type? DbContext => typeof(PeopleDbContext);

    public IReadOnlyList<Permission> Permissions => PeoplePermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => PeopleAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(DemoFamilies)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<PeopleDbContext>(Name);
        services.AddSingleton<PeopleIndexes>();
        services.AddScoped<PeopleReader>();
        services.AddScoped<HiddenContactsOf>();
        services.AddScoped<PreferencesWriter>();
        services.AddScoped<IReach, ReachAnswers>();
        services.AddScoped<IPeople, PeopleAnswers>();
        services.AddScoped<NewRecords>();
        services.AddScoped<INewPeople, NewPeople>();
        services.AddScoped<IContactPoints, ContactPoints>();
        services.AddScoped<IScope, PersonScope>();
        services.AddScoped<IRecordFinder, PersonFinder>();
        services.AddScoped<ISampleRoutes, PeopleSampleRoutes>();
        services.AddScoped<IWorkItems, ChecksWork>();
        services.AddScoped<IWorkItems, RestrictionsWork>();
        services.AddScoped<IWorkItems, ErasuresWork>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<Unnamed>();
        services.AddScoped<IUnneeded>(provider => provider.GetRequiredService<Unnamed>());
        services.AddScoped<HeldData>();
        services.AddScoped<Forgetting>();
        services.AddScoped<IErased>(provider => provider.GetRequiredService<Forgetting>());
        services.AddJob<ForgetProposedJob>(ForgetProposedJob.Every);
        services.AddScoped<IMyCards, PreferencesCard>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Staff, "Find a person", "/staff/people", 100, PeoplePermissions.Find)
        .Add(NavigationArea.Staff, "Requests to erase", "/staff/people/erasures", 110, PeoplePermissions.Erase)
        .Add(NavigationArea.My, "How we tell you things", "/my/preferences", 815, PeoplePermissions.OwnPreferences);
}
