using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Erasure;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform;

/// <summary>Platform as a module: it owns the schema <c>platform</c>. It comes first in the host's list, because the others write to its tables.</summary>
public sealed class PlatformModule : IModule
{
    public string Name => SharedTables.Schema;

    public Type? DbContext => typeof(PlatformDbContext);

    public IReadOnlyList<Permission> Permissions => [Permission.ReadPublished];

    public IReadOnlyList<AuditEvent> AuditEvents => [SettingsWriter.Changed, CalendarWriter.Changed, KeyRotation.Rotated, KeyRotation.Retired, KeyRotation.Rewrapped, Backups.Backups.Made, Backups.Backups.PutBack];

    public IReadOnlyList<Type> Seeders => [typeof(SettingVisibilitySeeder)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleContext<PlatformDbContext>(Name)
            .AddJob<TidyJob>(every: TimeSpan.FromHours(1))
            .AddJob<KeepErasuresJob>(every: TimeSpan.FromMinutes(1))
            .AddJob<OccurrenceJob>(every: TimeSpan.FromMinutes(1))
            .AddJob<ReencryptJob>(every: TimeSpan.FromHours(1));

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Platform has no page of its own.
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
        // Platform has no page of its own.
    }
}
