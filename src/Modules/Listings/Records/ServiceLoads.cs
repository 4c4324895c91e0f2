using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>What every import of services does, whatever its file looks like: one at a time, and written, recorded and told about once.</summary>
internal sealed class ServiceLoads(ListingsDbContext context, ServiceEntries entries, RecordWriter live, AuditTrail audit, TimeProvider clock)
{
    /// <summary>As long as a whole county's directory takes, several times over: whoever comes second waits, and is not sent away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Whoever waits is told after so many records.</summary>
    private const int Step = 1000;

    /// <summary>
    /// One at a time, until the transaction ends. Two people who load the same file at once would both find nothing there; and whoever else writes
    /// entries by the hundred would do it in another order, so that each waited for the other.
    /// </summary>
    public async Task WaitForOthersAsync(CancellationToken cancellationToken)
    {
        var usual = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(Patience);
        await context.Database.LockAsync("listings.import", cancellationToken);
        context.Database.SetCommandTimeout(usual);
    }

    /// <summary>Tells how many records were read so far.</summary>
    public static void Tell(ImportFile file, int read)
    {
        if (read % Step == 0)
        {
            file.Progress?.Report(new ImportProgress(read, null));
        }
    }

    /// <param name="file">That is loaded.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="records">Its records, with what is to become of each; read on another thread.</param>
    /// <param name="added">How many of them are new.</param>
    /// <param name="changed">How many are there, and say something new.</param>
    public async Task WriteAsync(ImportFile file, string source, IAsyncEnumerable<Decided> records, int added, int changed, CancellationToken cancellationToken)
    {
        if (added + changed == 0)
        {
            return;
        }

        await new ServiceWriter(context, entries, live, source, clock.Today()).WriteAsync(records, file.Progress, added + changed, cancellationToken);
        audit.Record(context, ListingsAudit.ServicesImported, "import", null, changes:
        [
            new AuditChange("source", null, source),
            new AuditChange("services_added", null, Words(added)),
            new AuditChange("services_changed", null, Words(changed)),
        ]);
        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, ListingsModule.CacheTag, cancellationToken);
    }

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
