using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Support;

/// <summary>Loads a file of services as the command line does.</summary>
internal static class Importing
{
    public static async Task<ImportReport> ImportAsync(this App app, ImportFile file, bool dryRun = false)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tester");
        var import = scope.ServiceProvider.GetServices<IImport>().Single(import => import.Name == "listings");
        return await scope.ServiceProvider.GetRequiredService<ImportRuns>().RunAsync(import, file, dryRun, TestContext.Current.CancellationToken);
    }
}
