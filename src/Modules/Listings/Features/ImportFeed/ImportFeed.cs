using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>
/// Loads an Open Referral UK feed: all of it or nothing; or, when the officer says so, all but the records that cannot be read. A service, an
/// organisation and a place are known again by (source, id); what has not changed since it was last applied is left alone.
/// </summary>
/// <param name="Source">What the officer calls where it comes from.</param>
/// <param name="Kind">Kind of help of a record that does not say one of ours; empty when there should be none.</param>
/// <param name="LeaveOut">A record with a problem is left out, and the rest is loaded.</param>
internal sealed record ImportFeed(ImportFile File, string Source, string Kind, bool LeaveOut, bool DryRun) : ICommand<ImportReport>
{
    public const string UsualSource = "open-referral";

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed class ImportFeedValidator : AbstractValidator<ImportFeed>
{
    public ImportFeedValidator()
    {
        RuleFor(import => import.Source).Must(source => NaturalKey.IsSlug(source) && source.Length <= Limits.Code && source != ImportServices.ImportListings.Source)
            .WithMessage("Write a short name for where it comes from, in small letters and dashes, like bristol-directory");
        RuleFor(import => import.Kind).Must(kind => kind.Length == 0 || Vocabulary.Kinds.Contains(kind)).WithMessage("Choose one of the kinds of help");
    }
}

internal sealed class ImportFeedHandler(ListingsDbContext context, ServiceEntries entries, RecordWriter records, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ImportFeed, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(ImportFeed request, CancellationToken cancellationToken)
    {
        if (!request.DryRun)
        {
            await context.Database.LockAsync("listings.import", cancellationToken);
        }

        var feed = new FeedContext(request.Source, request.Kind.Length == 0 ? null : request.Kind, await AreasAsync(cancellationToken), clock.Today());
        var report = new FeedReport(request.LeaveOut);
        await foreach (var read in ReadAsync(request.File, feed, report, cancellationToken))
        {
            report.Count(read.Fate);
        }

        if (!report.Stops && !request.DryRun && report.Added + report.Changed > 0)
        {
            await WriteAsync(request.File, feed, cancellationToken);
            audit.Record(context, ListingsAudit.ServicesImported, "import", null, changes:
            [
                new AuditChange("source", null, request.Source),
                new AuditChange("services_added", null, Words(report.Added)),
                new AuditChange("services_changed", null, Words(report.Changed)),
            ]);
            await context.SaveChangesAsync(cancellationToken);
            await Notices.NotifyAsync(context, ListingsModule.CacheTag, cancellationToken);
        }

        return report.ToReport();
    }

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The file once through, each record with what is to become of it. Reading again gives the same, until something is written.</summary>
    private async IAsyncEnumerable<(Fate Fate, Guid ServiceId, ServiceDraft? Draft)> ReadAsync(
        ImportFile file, FeedContext feed, FeedReport report, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await KnownServices.ReadAsync(context, feed.Source, cancellationToken);
        await foreach (var item in FeedFile.ReadAsync(file, cancellationToken))
        {
            if (item.Broken is not null)
            {
                report.Break(item);
                yield break;
            }

            var findings = new FeedFindings(item.Position);
            var draft = FeedRecord.Read(item.Value, item.Position, feed, findings);
            var decided = known.Decide(draft, findings);
            report.Add(findings);
            yield return decided;
        }
    }

    private async Task WriteAsync(ImportFile file, FeedContext feed, CancellationToken cancellationToken)
    {
        var writer = new ServiceWriter(context, entries, records, feed.Source, feed.Today);
        await writer.BeginAsync(cancellationToken);
        List<ServiceDraft> added = [];
        List<KnownDraft> changed = [];
        List<Guid> closed = [];
        var done = 0;
        await foreach (var (fate, id, draft) in ReadAsync(file, feed, new FeedReport(LeavesOut: true), cancellationToken))
        {
            switch (fate)
            {
                case Fate.Added:
                    added.Add(draft!);
                    break;
                case Fate.Changed:
                    changed.Add(new KnownDraft(id, draft!));
                    break;
                case Fate.Closed:
                    closed.Add(id);
                    break;
            }

            if (added.Count == ServiceWriter.BatchSize || changed.Count == ServiceWriter.BatchSize)
            {
                await SaveAsync();
            }
        }

        await SaveAsync();
        await CloseAsync(closed, cancellationToken);
        await writer.EndAsync(cancellationToken);

        async Task SaveAsync()
        {
            await writer.AddAsync(added, cancellationToken);
            await writer.ChangeAsync(changed, cancellationToken);
            file.Progress?.Report(done += added.Count + changed.Count);
            added.Clear();
            changed.Clear();
        }
    }

    private async Task CloseAsync(List<Guid> closed, CancellationToken cancellationToken)
    {
        foreach (var batch in closed.Chunk(ServiceWriter.BatchSize))
        {
            await context.Services.Where(service => batch.Contains(service.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(service => service.State, RecordState.Archived).SetProperty(service => service.ArchivedBecause, "The directory that it comes from says that it is closed."),
                cancellationToken);
            await records.RefreshAsync(batch, cancellationToken);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> AreasAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> areas = [];
        foreach (var area in await context.Areas.AsNoTracking().OrderBy(area => area.Code).ToListAsync(cancellationToken))
        {
            areas[area.Code] = area.Code;
            areas.TryAdd(area.Name.ToLowerInvariant(), area.Code);
        }

        return areas;
    }
}
