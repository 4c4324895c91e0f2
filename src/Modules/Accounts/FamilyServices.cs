using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.My.SeeMyPage;
using Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess;
using Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.ListJoins;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts;

/// <summary>How families sign in: its services and menu entries.</summary>
internal static class FamilyServices
{
    public static void AddFamilies(this IServiceCollection services)
    {
        services.AddScoped<FamilySessions>();
        services.AddScoped<CurrentFamily>();
        services.AddScoped<FamilyCodes>();
        services.AddScoped<FamilyFactors>();
        services.AddScoped<IDocumentsDoor, DocumentsKeeper>();
        services.AddScoped<FamilyBinding>();
        services.AddSingleton<FamilyLimits>();
        services.AddScoped<ILastSession, LastFamilySession>();
        services.AddScoped<IMyCards, FamilyCards>();
        services.AddScoped<IWorkItems, JoinsWork>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<INeedsNames, NeedsNames>();
        services.AddScoped<ISampleRoutes, FamilySampleRoutes>();
        services.AddEventHandler<PersonsMerged, FollowKeptPerson>();
        services.AddEventHandler<MergeUndone, FollowKeptPerson>();
        services.AddJob<SendFamilyCodeJob>();
        services.AddJob<TidyFamilyCodesJob>(TidyFamilyCodesJob.Every);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, FamilySignIn>(SignInSchemes.Families, null);
    }

    public static NavigationBuilder AddFamilies(this NavigationBuilder navigation) => navigation
        .Add(NavigationArea.My, "My page", FamilyDoor.Path, 10, FamilyPermissions.OwnPage)
        .Add(NavigationArea.My, "Documents", FamilyDoor.Documents, 800, FamilyPermissions.Documents)
        .Add(NavigationArea.My, "Who looked", "/my/who-looked", 810, FamilyPermissions.OwnPage)
        .Add(NavigationArea.My, "How you sign in", FamilyDoor.Security, 820, FamilyPermissions.OwnSecurity)
        .Add(NavigationArea.Staff, "Let a family sign in", "/staff/families", 700, FamilyPermissions.Invite)
        .Add(NavigationArea.Staff, "People who ask to join", "/staff/join-requests", 710, FamilyPermissions.DecideJoins);
}
