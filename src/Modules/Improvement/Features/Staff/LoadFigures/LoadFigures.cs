using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Figures;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.LoadFigures;

/// <summary>Which table a file is. Stored in no row.</summary>
internal enum FiguresKind
{
    Partner,
    National,
}

/// <summary>Loads all of a file of figures, or nothing of it when one line has a problem. The same file twice changes nothing.</summary>
/// <param name="DryRun">Says what it would do, and writes nothing.</param>
internal sealed record LoadFigures(FiguresKind Kind, ImportFile File, bool DryRun) : ICommand<ImportReport>
{
    public Permission Permission => KpiPermissions.Keep;
}

internal sealed class LoadFiguresHandler(ImprovementDbContext context, Settings settings, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<LoadFigures, Outcome<ImportReport>>
{
    /// <summary>What the national table is about, with and without exceptions.</summary>
    private const string WithExceptions = "D01";
    private const string WithoutExceptions = "K01";

    public async Task<Outcome<ImportReport>> Handle(LoadFigures request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("improvement.figures", cancellationToken);
        var kpis = await context.Kpis.AsNoTracking().ToDictionaryAsync(kpi => kpi.Code, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var (figures, problems, rows) = request.Kind == FiguresKind.National ? National(request.File, kpis) : Partner(request.File, kpis);
        if (problems.Count > 0)
        {
            return new ImportReport(rows, 0, 0, 0, [.. problems.OrderBy(problem => problem.Line)]);
        }

        var (added, changed) = await AddAsync(figures, cancellationToken);
        if (request.DryRun)
        {
            context.ChangeTracker.Clear();
        }
        else if (added + changed > 0)
        {
            audit.Record(context, KpiAudit.Loaded, "import", null, changes:
            [
                new AuditChange("kind", null, request.Kind == FiguresKind.National ? "national" : "partner"),
                new AuditChange("added", null, added.ToString(CultureInfo.InvariantCulture)),
                new AuditChange("changed", null, changed.ToString(CultureInfo.InvariantCulture)),
            ]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return new ImportReport(rows, added, changed, figures.Count - added - changed, []);
    }

    private (IReadOnlyList<KpiFigure> Figures, IReadOnlyList<ImportProblem> Problems, int Rows) Partner(ImportFile file, Dictionary<string, ImprovementKpi> kpis)
    {
        var (figures, problems) = PartnerFigures.Read(file, kpis, clock.Today());
        return ([.. figures.Select(one => Figure(one.Kpi.Id, KpiFigure.Main, one.From, one.Until, one.Numerator, one.Denominator, FigureOrigin.Partner, one.Source))], problems, figures.Count);
    }

    private (IReadOnlyList<KpiFigure> Figures, IReadOnlyList<ImportProblem> Problems, int Rows) National(ImportFile file, Dictionary<string, ImprovementKpi> kpis)
    {
        var neighbours = (settings.Get(NationalFigures.Neighbours) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (figures, problems, rows) = NationalFigures.Read(file, neighbours, clock.Today());
        return (
            [
                .. figures.Select(one => Figure(
                    kpis[one.IsWithExceptions ? WithExceptions : WithoutExceptions].Id, one.Series, new DateOnly(one.Year, 1, 1), new DateOnly(one.Year, 12, 31),
                    one.Numerator, one.Denominator, FigureOrigin.National, NationalFigures.Source)),
            ],
            problems,
            rows);
    }

    private KpiFigure Figure(Guid kpi, string series, DateOnly from, DateOnly until, decimal numerator, decimal? denominator, FigureOrigin origin, string source)
    {
        var now = clock.GetUtcNow();
        return new KpiFigure
        {
            Id = Guid.CreateVersion7(now),
            KpiId = kpi,
            Series = series,
            From = from,
            Until = until,
            Numerator = numerator,
            Denominator = denominator,
            Value = LiveFigures.ValueOf(numerator, denominator),
            Origin = origin,
            Source = source,
            AsAt = now,
            By = actor.Id,
        };
    }

    private async Task<(int Added, int Changed)> AddAsync(IReadOnlyList<KpiFigure> figures, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. figures.Select(figure => figure.KpiId).Distinct()];
        var known = (await context.KpiFigures.AsNoTracking().Where(figure => ids.Contains(figure.KpiId)).OrderBy(figure => figure.AsAt).ThenBy(figure => figure.Id).ToListAsync(cancellationToken))
            .GroupBy(figure => (figure.KpiId, figure.Series, figure.Until)).ToDictionary(period => period.Key, period => period.Last());
        int added = 0, changed = 0;
        foreach (var figure in figures)
        {
            var before = known.GetValueOrDefault((figure.KpiId, figure.Series, figure.Until));
            if (before?.IsSameAs(figure) != true)
            {
                context.KpiFigures.Add(figure);
                added += before is null ? 1 : 0;
                changed += before is null ? 0 : 1;
            }
        }

        return (added, changed);
    }
}

/// <summary><c>./dev cli import kpi-figures FILE.csv</c> sends the same operation.</summary>
internal sealed class PartnerFiguresImport(IMediator mediator) : IImport
{
    public string Name => "kpi-figures";

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
        (await mediator.Send(new LoadFigures(FiguresKind.Partner, file, dryRun), cancellationToken)).Value;
}

/// <summary><c>./dev cli import ehc-timeliness FILE.csv</c>: the national table.</summary>
internal sealed class NationalFiguresImport(IMediator mediator) : IImport
{
    public string Name => "ehc-timeliness";

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
        (await mediator.Send(new LoadFigures(FiguresKind.National, file, dryRun), cancellationToken)).Value;
}
