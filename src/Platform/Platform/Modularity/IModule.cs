using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Modularity;

/// <summary>
/// One part of the product: the only public type of its assembly. The host lists modules literally, so that none can vanish quietly.
/// </summary>
public interface IModule
{
    /// <summary>Lower-case and one word: the schema in PostgreSQL, the first part of its permissions and of its audit events.</summary>
    string Name { get; }

    /// <summary>The module's DbContext; null when it owns no data.</summary>
    Type? DbContext { get; }

    /// <summary>Every permission that a request or an endpoint of this module asks for.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Every event that this module writes to the audit trail.</summary>
    IReadOnlyList<AuditEvent> AuditEvents { get; }

    /// <summary>Seeders in the order they run. See <see cref="Seeding.ISeeder"/>.</summary>
    IReadOnlyList<Type> Seeders { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Minimal-API endpoints. Razor Pages carry their own route.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);

    void BuildNavigation(NavigationBuilder navigation);
}
