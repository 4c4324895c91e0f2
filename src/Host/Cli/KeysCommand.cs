using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Cli;

/// <summary><c>keys rotate [CLASS]</c> and <c>keys rewrap</c></summary>
internal sealed class KeysCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public async Task<int> RotateAsync(string? name)
    {
        var uses = KeyRotation.Fields.Where(use => name is null || use.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (uses.Count == 0)
        {
            await errors.WriteLineAsync($"There is no class '{name}' with keys. There are: {string.Join(", ", KeyRotation.Fields).ToLowerInvariant()}.");
            return 2;
        }

        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().RotateAsync(uses, CancellationToken.None);
        await output.WriteLineAsync(
            $"New keys: {string.Join(", ", uses).ToLowerInvariant()}. A running site writes old values again; an old key is erased an hour later at the earliest.");
        return 0;
    }

    public async Task<int> RewrapAsync()
    {
        await using var scope = Scope();
        var count = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RewrapAsync(CancellationToken.None);
        await output.WriteLineAsync($"{count} keys are wrapped under the master key of today. Once every host has it, the old one can go.");
        return 0;
    }

    private AsyncServiceScope Scope() => services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
}
