using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>Brings the database up to date: every module's migrations, in the order of the modules, under the owner's login.</summary>
public sealed class Migrator(Databases databases, IServiceScopeFactory scopes, IReadOnlyList<IModule> modules)
{
    /// <summary>Safe for several processes at once: the others wait and then find nothing to do.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        var owner = databases.For(DatabaseLogin.Owner);
        await using (var connection = await owner.OpenConnectionAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction);
            wait.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Number("platform.migrations") });
            await wait.ExecuteNonQueryAsync(cancellationToken);
            foreach (var context in modules.Select(module => module.DbContext).OfType<Type>())
            {
                await MigrateAsync(context, cancellationToken);
            }
        }

        // No connection of the owner idles in a host: nobody needs it again, and a database with a connection cannot be cloned.
        owner.Clear();
    }

    private async Task MigrateAsync(Type type, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Cli, "migrate", DatabaseLogin.Owner);
        var context = (DbContext)scope.ServiceProvider.GetRequiredService(type);

        // Made first, because asking for what has been applied logs an error when the table is missing.
        await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
