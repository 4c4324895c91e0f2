using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts;

public sealed class AccountsModule : IModule
{
    public string Name => AccountsDbContext.Schema;

    public Type? DbContext => typeof(AccountsDbContext);

    public IReadOnlyList<Permission> Permissions => AccountsPermissions.All;

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<AccountsDbContext>(Name);
        services.AddIdentityCore<Account>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).AddEntityFrameworkStores<AccountsDbContext>();
        services.AddScoped<Sessions>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<ILastSession, LastStaffSession>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StaffSignIn>(SignInSchemes.Staff, null);

        // The same pages at the other door; a route that began with a parameter would swallow every address.
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AddPageRoute("/SignOut/Index", "/provider/sign-in/out")
            .AddPageRoute("/OwnAccount/Index", "/provider/account"));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Pages carry their own routes.
    }

    public void BuildNavigation(NavigationBuilder navigation) => navigation
        .Add(NavigationArea.Provider, "Home", "/provider", 10, AccountsPermissions.ProviderHome);
}
