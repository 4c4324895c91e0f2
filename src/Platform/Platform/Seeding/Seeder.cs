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
        foreach (var type in InOrder(set))
        {
            await using var scope = scopes.CreateFor(ActorKind.Job, "seed");
            await ((ISeeder)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(cancellationToken);
        }
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
