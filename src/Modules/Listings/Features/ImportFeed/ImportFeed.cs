using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>
/// Loads another directory's services, from an Open Referral UK feed or a table: all of it or nothing; or, when the officer says so, all but the records that cannot be read. A service, an
/// organisation and a place are known again by (source, id); what has not changed since it was last applied is left alone.
/// </summary>
/// <param name="Source">What the officer calls where it comes from.</param>
/// <param name="Kind">Kind of help of a record that does not say one of ours; empty when there should be none.</param>
/// <param name="LeaveOut">A record with a problem is left out, and the rest is loaded.</param>
/// <param name="IsOurs">The officer says that it was taken out of a site like this one: what it says in our own words (<c>medway</c>) is believed. From anybody else it would replace what our staff have checked.</param>
/// <param name="Mapping">What was saved of a table's columns; null for a feed.</param>
internal sealed record ImportFeed(ImportFile File, string Source, string Kind, bool LeaveOut, bool IsOurs, bool DryRun, CsvMapping? Mapping = null) : ICommand<ImportReport>
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

internal sealed class ImportFeedHandler(ListingsDbContext context, ServiceLoads loads, TimeProvider clock) : IRequestHandler<ImportFeed, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(ImportFeed request, CancellationToken cancellationToken)
    {
        if (!request.DryRun)
        {
            await loads.WaitForOthersAsync(cancellationToken);
        }

        var feed = new FeedContext(request.Source, request.Kind.Length == 0 ? null : request.Kind, await AreasAsync(cancellationToken), clock.Today(), request.IsOurs);
        var report = new FeedReport(request.LeaveOut);
        var read = 0;
        await foreach (var record in ReadAsync(request, feed, await KnownServices.ReadAsync(context, feed.Source, cancellationToken), report, cancellationToken))
        {
            report.Count(record.Fate);
            ServiceLoads.Tell(request.File, ++read);
        }

        if (!report.Stops && !request.DryRun)
        {
            // Reading again gives the same, as long as nothing is known of what the first reading met.
            var known = await KnownServices.ReadAsync(context, feed.Source, cancellationToken);
            var decided = ReadAsync(request, feed, known, new FeedReport(LeavesOut: true), cancellationToken);
            await loads.WriteAsync(request.File, feed.Source, decided, report.Added, report.Changed, cancellationToken);
        }

        return report.ToReport();
    }

    /// <summary>The file once through, each record with what is to become of it. Asks the database nothing.</summary>
    private static async IAsyncEnumerable<Decided> ReadAsync(
        ImportFeed request, FeedContext feed, KnownServices known, FeedReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var drafts = request.Mapping is { } mapping ? MappedRows.Read(request.File, mapping, feed, report).ToAsyncEnumerable() : DraftsAsync(request.File, feed, report, cancellationToken);
        await foreach (var (draft, findings) in drafts.WithCancellation(cancellationToken))
        {
            var decided = known.Decide(draft, findings);
            report.Add(findings);
            yield return decided;
        }
    }

    private static async IAsyncEnumerable<(ServiceDraft? Draft, FeedFindings Findings)> DraftsAsync(
        ImportFile file, FeedContext feed, FeedReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in FeedFile.ReadAsync(file, cancellationToken))
        {
            if (item.Broken is { } broken)
            {
                report.Break(new ImportProblem(item.Position, "", broken) { Record = "" });
                yield break;
            }

            var findings = new FeedFindings(item.Position);
            yield return (FeedRecord.Read(item.Value, item.Position, feed, findings), findings);
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
