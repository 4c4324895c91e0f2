using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
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

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleContext<AccountsDbContext>(Name);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
    }
}
