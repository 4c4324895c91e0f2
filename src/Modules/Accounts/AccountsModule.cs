using Medway.LocalOffer.Accounts.CommandLine;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Accounts.Seeding;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Accounts;

public sealed class AccountsModule : IModule
{
    /// <summary>PBKDF2 with HMAC-SHA512: what OWASP's password storage cheat sheet asks for.</summary>
    private const int HashRounds = 210_000;

    public string Name => AccountsDbContext.Schema;

    public Type? DbContext => typeof(AccountsDbContext);

    public IReadOnlyList<Permission> Permissions => [.. AccountsPermissions.All, .. FamilyPermissions.All];

    public IReadOnlyList<AuditEvent> AuditEvents => [.. AccountsAudit.All, .. FamilyAudit.All];

    public IReadOnlyList<Type> Seeders => [typeof(DemoAccounts), typeof(DemoAccess)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<AccountsDbContext>(Name);
        services.AddIdentityCore<Account>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).AddEntityFrameworkStores<AccountsDbContext>();
        services.AddScoped<Sessions>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<ILastSession, LastStaffSession>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Tries>();
        services.AddScoped<PasswordTries>();
        services.AddScoped<FreshProof>();
        services.AddScoped<Passkeys>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ServerDomain = configuration["SignIn:PasskeyDomain"];
        });
        services.AddScoped<IWorkItems, BreakGlassWork>();
        services.AddScoped<IWorkItems, GivenRolesWork>();
        services.AddScoped<ISampleRoutes, AccountsSampleRoutes>();
        services.AddScoped<IStaffNames, StaffNames>();
        services.AddScoped<BreakGlassAlert>();
        services.AddScoped<PersonChanges>();
        services.AddScoped<SecondPerson>();
        services.AddScoped<PersonLinks>();
        services.AddScoped<ICommandLineVerb, CreateAdminVerb>();
        services.AddScoped<ICommandLineVerb, CodeVerb>();
        services.AddScoped<ICommandLineVerb, InviteVerb>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<SignInLimits>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddSingleton<DecoyHash>();
        SignInLimits.AddTo(services, configuration);
        services.AddFamilies();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StaffSignIn>(SignInSchemes.Staff, null);

        // The same pages at the other door; a route that began with a parameter would swallow every address. After all else, because the
        // framework begins its list of conventions anew when it is set up.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions
            .AddPageRoute("/SignOut/Index", "/provider/sign-in/out")
            .AddPageRoute("/SignIn/Index", "/provider/sign-in")
            .AddPageRoute("/SignInCode/Index", "/provider/sign-in/code")
            .AddPageRoute("/SetUpApp/Index", "/provider/sign-in/set-up")
            .AddPageRoute("/OwnAccount/Index", "/provider/account"));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .AddFamilies()
        .Add(NavigationArea.Provider, "Home", "/provider", 10, AccountsPermissions.ProviderHome)
        .Add(NavigationArea.Staff, "People who sign in", "/staff/accounts", 800, AccountsPermissions.ManagePeople)
        .Add(NavigationArea.Staff, "Break-glass", "/staff/break-glass", 810, AccountsPermissions.OpenBreakGlass);
}
