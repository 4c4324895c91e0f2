using System.Security.Cryptography;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Seeding;

/// <summary>Runs the modules' seeders of one set, in the order of the modules, each in a scope of its own as the job <c>seed</c>.</summary>
public sealed class Seeder(
    IServiceScopeFactory scopes, IReadOnlyList<IModule> modules, SeedFiles files, Databases databases, TimeProvider clock)
{
    public async Task RunAsync(SeedSet set, CancellationToken cancellationToken = default)
    {
        foreach (var type in InOrder(set))
        {
            await using var scope = scopes.CreateFor(ActorKind.Job, "seed");
            await ((ISeeder)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(cancellationToken);
        }

        await RememberAsync(set, cancellationToken);
    }

    /// <summary>Runs them only when the set's files or the modules' code have changed since they last ran on this database.</summary>
    /// <returns>Whether they ran.</returns>
    public async Task<bool> RunIfChangedAsync(SeedSet set, CancellationToken cancellationToken = default)
    {
        await using var command = databases.For(DatabaseLogin.Private).CreateCommand("select digest from platform.seeds where set = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(set) });
        if (await command.ExecuteScalarAsync(cancellationToken) as string == Digest(set))
        {
            return false;
        }

        await RunAsync(set, cancellationToken);
        return true;
    }

    private async Task RememberAsync(SeedSet set, CancellationToken cancellationToken)
    {
        await using var command = databases.For(DatabaseLogin.Private).CreateCommand(
            "insert into platform.seeds (set, digest, at) values ($1, $2, $3) on conflict (set) do update set digest = excluded.digest, at = excluded.at");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(set) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Digest(set) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string NameOf(SeedSet set) => SnakeCaseConvention.SnakeCase(set.ToString());

    /// <summary>Of what decides which rows there should be: the files, and the code that reads them.</summary>
    private string Digest(SeedSet set)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var module in modules.Select(module => module.GetType().Module.ModuleVersionId).Order())
        {
            digest.AppendData(module.ToByteArray());
        }

        foreach (var (path, content) in files.Contents(set))
        {
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(path));
            digest.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private List<Type> InOrder(SeedSet set)
    {
        using var scope = scopes.CreateScope();
        return
        [
            .. modules.SelectMany(module => module.Seeders)
                .Select(type => (Type: type, Seeder: (ISeeder)scope.ServiceProvider.GetRequiredService(type)))
                .Where(seeder => seeder.Seeder.Set == set)
                .OrderBy(seeder => seeder.Seeder.Order)
                .Select(seeder => seeder.Type),
        ];
    }
}
