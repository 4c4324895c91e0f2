using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Cli;

/// <summary><c>search rebuild</c></summary>
internal sealed class RebuildCommand(IServiceProvider services, TextWriter output)
{
    public async Task<int> RunAsync()
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
        var count = await scope.ServiceProvider.GetRequiredService<ISearchProjection>().RebuildAsync(CancellationToken.None);
        await output.WriteLineAsync($"{count} entries built anew.");
        return 0;
    }
}
