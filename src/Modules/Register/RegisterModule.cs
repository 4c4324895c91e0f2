using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Features.Join;
using Medway.LocalOffer.Register.Features.My.SeeOwnEntries;
using Medway.LocalOffer.Register.Features.Staff.RegisterWork;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Retaining;
using Medway.LocalOffer.Register.Seeding;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register;

/// <summary>The register of disabled children (Children Act 1989, Schedule 2, paragraph 2): who joined it, and what they said yes to.</summary>
public sealed class RegisterModule : IModule
{
    /// <summary>Pages of what is published; the notice of a release empties them.</summary>
    internal const string CacheTag = RegisterDbContext.Schema;

    public string Name => RegisterDbContext.Schema;

    public Type? DbContext => typeof(RegisterDbContext);

    public IReadOnlyList<Permission> Permissions => RegisterPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => RegisterAudit.All;

    public IReadOnlyList<Type> Seeders => [typeof(WordingSeeder), typeof(CodeSeeder), typeof(DemoEntries), typeof(DemoPlanning), typeof(DemoOldRegister)];

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
        services.AddScoped<Codes>();
        services.AddScoped<PostcodeIndexes>();
        services.AddScoped<FactsWriter>();
        services.AddScoped<PlanningReader>();
        services.AddScoped<PlanningTables>();
        services.AddScoped<Releases>();
        services.AddScoped<ISearchEntries, NumbersEntry>();
        services.AddScoped<IKpiSource, RegisterKpis>();
        services.AddScoped<IWorkItems, ReleaseWork>();
        services.AddScoped<IImport, WardsImport>();
        services.AddScoped<IImport, PopulationImport>();
        services.AddScoped<Applications>();
        services.AddScoped<Consenting>();
        services.AddScoped<EntryEraser>();
        services.AddScoped<Retention>();
        services.AddScoped<INeedsNames, NeedsNames>();
        services.AddScoped<MailingAudience>();
        services.AddScoped<SharedList>();
        services.AddScoped<Recalls>();
        services.AddScoped<OtherSchool>();
        services.AddScoped<SharesOfEntries>();
        services.AddScoped<IWorkItems, SecondLooks>();
        services.AddScoped<OldRows>();
        services.AddScoped<OldAnswers>();
        services.AddScoped<OldCodes>();
        services.AddScoped<IImport, OldRegisterImport>();
        services.AddSingleton<JoinLimit>();
        services.AddJob<ForgetDraftsJob>(ForgetDraftsJob.Every);
        services.AddScoped<Ending>();
        services.AddOccurrenceHandler<YearlyCheck>();
        services.AddOccurrenceHandler<Birthdays>();
        services.AddEventHandler<PersonDied, StopWhenSomebodyDied>();
        services.AddEventHandler<PersonsMerged, OneEntryAfterMerge>();
        services.AddEventHandler<RelationshipChanged, RecallWhenARightEnds>();
        services.AddJob<RecallEndedRightsJob>(RecallEndedRightsJob.Every);
        services.AddScoped<IMyCards, OwnEntriesCard>();
        services.AddScoped<IWorkItems, RegisterWork>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<ISampleRoutes, RegisterSampleRoutes>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Staff, "Register of disabled children", "/staff/register", 120, RegisterPermissions.Read)
        .Add(NavigationArea.Staff, "The register in numbers", "/staff/register/planning", 121, RegisterPermissions.Plan)
        .Add(NavigationArea.Staff, "How long the register keeps entries", "/staff/register/retention", 122, RegisterPermissions.Retain)
        .Add(NavigationArea.Footer, "Disabled children in numbers", "/register/numbers", 70, Permission.ReadPublished)
        .Add(NavigationArea.My, "Your register entry", "/my/register", 810, RegisterPermissions.Own);
}
