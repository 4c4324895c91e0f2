using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Loads a file of services: all of it, or nothing when one row has a problem. A row is known again by (source, id); one that has not
/// changed since it was last applied is left alone.
/// </summary>
/// <param name="DryRun">Reads, compares and counts, and writes nothing.</param>
/// <param name="OnlyNew">Leaves every service that is already there as it is, even when its row has changed: for seeding.</param>
internal sealed record ImportListings(ImportFile File, bool DryRun, bool OnlyNew = false) : ICommand<ImportReport>
{
    /// <summary>What these files are called in <see cref="ForeignId.Source"/>.</summary>
    public const string Source = "services-csv";

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed class ImportListingsHandler(ListingsDbContext context, ServiceLoads loads, TimeProvider clock) : IRequestHandler<ImportListings, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(ImportListings request, CancellationToken cancellationToken)
    {
        if (!request.DryRun)
        {
            await loads.WaitForOthersAsync(cancellationToken);
        }

        var known = await KnownRows.ReadAsync(context, cancellationToken);
        var contacts = new OrganisationContacts();
        var report = LookThrough(request, known, contacts);
        if (!request.DryRun && report.Problems.Count == 0)
        {
            var decided = ServicesFile.Lines(request.File, clock.Today()).Select(line => known.Decide(contacts.WithContacts(line.Draft!), request.OnlyNew));
            await loads.WriteAsync(request.File, ImportListings.Source, decided.ToAsyncEnumerable(), report.Added, report.Changed, cancellationToken);
        }

        return report;
    }

    /// <summary>The whole file once, before anything is written: what is wrong with it and what it would do.</summary>
    private ImportReport LookThrough(ImportListings request, KnownRows known, OrganisationContacts contacts)
    {
        var (rows, added, changed) = (0, 0, 0);
        List<ImportProblem> ofFile = [];
        List<ImportProblem> ofRows = [];
        foreach (var line in ServicesFile.Lines(request.File, clock.Today()))
        {
            rows += line.IsRow ? 1 : 0;
            ofFile.AddRange(line.Problems);
            if (line.Draft is { } draft)
            {
                contacts.Add(draft);
                var row = known.Decide(draft, request.OnlyNew);
                added += row.Fate == Fate.Added ? 1 : 0;
                changed += row.Fate == Fate.Changed ? 1 : 0;
                ofRows.AddRange(known.ProblemsOf(row, request.OnlyNew));
            }

            ServiceLoads.Tell(request.File, rows);
        }

        // What shows only against what is there is told once the rows themselves can be read.
        var problems = ofFile.Count > 0 ? ofFile : ofRows;
        return problems.Count > 0
            ? new ImportReport(rows, 0, 0, 0, [.. problems.OrderBy(problem => problem.Line)])
            : new ImportReport(rows, added, changed, rows - added - changed, []);
    }
}
