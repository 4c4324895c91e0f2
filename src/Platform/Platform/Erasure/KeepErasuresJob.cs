using Medway.LocalOffer.Platform.Jobs;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Erasure;

/// <summary>Copies new rows of the ledger to the file that <c>Erasure:LedgerFile</c> names, once they are committed: what was rolled back never gets there.</summary>
internal sealed class KeepErasuresJob(ErasureLedger ledger, IConfiguration configuration) : IJob
{
    public const string Setting = "Erasure:LedgerFile";

    public static string Kind => "platform.erasures-keep";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (configuration[Setting] is { Length: > 0 } path)
        {
            await ErasureFile.AppendMissingAsync(Path.GetFullPath(path), await ledger.AllAsync(cancellationToken), cancellationToken);
        }
    }
}
