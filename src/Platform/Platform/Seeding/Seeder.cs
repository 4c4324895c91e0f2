using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Seeding;

/// <summary>Runs the modules' seeders of one set, in the order of the modules, each in a scope of its own as the job <c>seed</c>.</summary>
public sealed class Seeder(IServiceScopeFactory scopes, IReadOnlyList<IModule> modules)
{
    public async Task RunAsync(SeedSet set, CancellationToken cancellationToken = default)
    {
        foreach (var type in modules.SelectMany(module => module.Seeders))
        {
            await using var scope = scopes.CreateFor(ActorKind.Job, "seed");
            var seeder = (ISeeder)scope.ServiceProvider.GetRequiredService(type);
            if (seeder.Set == set)
            {
                await seeder.SeedAsync(cancellationToken);
            }
        }
    }
}
