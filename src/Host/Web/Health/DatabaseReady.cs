using Medway.LocalOffer.Platform.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Medway.LocalOffer.Web.Health;

/// <summary>Asks the database, with the login that families' pages use, for a table of the last module migrated.</summary>
internal sealed class DatabaseReady(Databases databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = databases.For(DatabaseLogin.Public).CreateCommand(
                "select exists (select from search.entries), exists (select from listings.services)");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
