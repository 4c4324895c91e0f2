using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>Counts a quarter, keeps it to be looked at, and publishes it.</summary>
internal sealed class Releases(RegisterDbContext context, PlanningReader reader, Actor actor, TimeProvider clock)
{
    private const string Lock = "register.releases";

    public Quarter Current => Quarter.Of(clock.Today());

    /// <summary>Whoever prepares or publishes waits for the other.</summary>
    public Task LockAsync(CancellationToken cancellationToken) => context.Database.LockAsync(Lock, cancellationToken);

    public Task<KeptRelease?> OfAsync(Quarter quarter, CancellationToken cancellationToken) =>
        context.KeptReleases.SingleOrDefaultAsync(one => one.Year == quarter.Year && one.Quarter == quarter.Number, cancellationToken);

    /// <summary>Counts today's register, compares with what was published before, and keeps the result in the place of one that was only prepared. The caller saves.</summary>
    public async Task<KeptRelease> PrepareAsync(CancellationToken cancellationToken)
    {
        var quarter = Current;
        var register = await reader.ReadAsync(cancellationToken);
        var published = await context.KeptReleases.AsNoTracking().Where(one => one.PublishedAt != null)
            .OrderByDescending(one => one.Year).ThenByDescending(one => one.Quarter).Take(PlanningReleases.Compared).ToListAsync(cancellationToken);
        var release = PlanningReleases.Make(register.Live, [.. published.Select(one => ReleaseText.Read(one.Content))]);
        var kept = await context.KeptReleases.FirstOrDefaultAsync(one => one.PublishedAt == null, cancellationToken);
        if (kept is null)
        {
            kept = new KeptRelease
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Year = quarter.Year,
                Quarter = quarter.Number,
                PreparedAt = clock.GetUtcNow(),
                PreparedBy = actor.Id,
                Content = ReleaseText.Write(release),
            };
            context.Add(kept);
        }
        else
        {
            (kept.Year, kept.Quarter, kept.PreparedAt, kept.PreparedBy, kept.Content) = (quarter.Year, quarter.Number, clock.GetUtcNow(), actor.Id, ReleaseText.Write(release));
        }

        return kept;
    }

    /// <summary>Writes the rows that everybody reads, and where they are found. The caller saves.</summary>
    public async Task PublishAsync(KeptRelease kept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var release = ReleaseText.Read(kept.Content);
        var coverage = Coverage.Public(release.Shown[Cell.Children(null)], await reader.ExpectedAsync(cancellationToken));
        (kept.PublishedAt, kept.PublishedBy) = (clock.GetUtcNow(), actor.Id);
        context.Add(new PublishedRelease
        {
            Year = kept.Year,
            Quarter = kept.Quarter,
            CountedOn = UkTime.DateIn(kept.PreparedAt),
            PublishedOn = clock.Today(),
            CoverageFrom = coverage?.FromPercent,
            CoverageTo = coverage?.ToPercent,
            CoverageMethod = coverage?.Method,
        });
        var rows = await reader.RowsAsync(cancellationToken);
        context.AddRange(Cells(release).Index().Select(cell => new PublishedNumber
        {
            Year = kept.Year,
            Quarter = kept.Quarter,
            Place = cell.Index,
            TableSlug = cell.Item.Table,
            Row = cell.Item.Row,
            RowWords = PlanningTable.All.FirstOrDefault(table => table.Slug == cell.Item.Table) is { } table ? rows.Words(table, cell.Item.Row) : "All children",
            Band = cell.Item.Band,
            Value = release.Shown[cell.Item].Value,
            Words = release.Shown[cell.Item].Words,
        }));
        if (await context.Set<SearchEntry>().SingleOrDefaultAsync(entry => entry.Id == NumbersEntry.Id, cancellationToken) is { } found)
        {
            found.CheckedOn = clock.Today();
        }
        else
        {
            context.Add(NumbersEntry.New(clock.Today()));
        }

        await Notices.NotifyAsync(context, RegisterModule.CacheTag, cancellationToken);
    }

    /// <summary>In the order of the page: all children first, then table by table, row by row, age by age.</summary>
    private static IEnumerable<Cell> Cells(PlanningRelease release) => AgeBands.AndAll.Select(Cell.Children)
        .Concat(PlanningTable.All.SelectMany(table => release.Counts.RowsOf(table).SelectMany(row => AgeBands.AndAll.Select(band => new Cell(table.Slug, row, band)))));
}
