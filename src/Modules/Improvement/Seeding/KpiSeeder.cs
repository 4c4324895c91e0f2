using System.Globalization;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>The numbers that the papers name, with their figures, once. What no paper says stays empty.</summary>
internal sealed class KpiSeeder(ImprovementDbContext context, SeedFiles files, TimeProvider clock) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.Kpis.ToDictionaryAsync(kpi => kpi.Code, cancellationToken);
        var actions = await context.Actions
            .Where(action => context.Areas.Any(area => area.Id == action.AreaId && context.Plans.Any(plan => plan.Id == area.PlanId && plan.Slug == PlanSeeder.Slug)))
            .ToDictionaryAsync(action => action.Reference, action => action.Id, cancellationToken);
        var figures = files.Rows(Set, "improvement/kpi-figures.csv", "code", "series", "from", "until", "numerator", "denominator", "value", "words", "origin", "source").ToLookup(row => row["code"]);
        foreach (var (position, row) in files.Rows(Set, "improvement/kpis.csv", "code", "name", "action", "unit", "feed", "meaning").Index())
        {
            if (!known.ContainsKey(row["code"]))
            {
                Add(row, position, actions, figures[row["code"]]);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private void Add(CsvRow row, int position, Dictionary<string, Guid> actions, IEnumerable<CsvRow> figures)
    {
        var now = clock.GetUtcNow();
        var kpi = new ImprovementKpi
        {
            Id = Guid.CreateVersion7(now),
            Code = row["code"],
            Position = position,
            Name = row["name"],
            ActionId = row["action"] is { Length: > 0 } action ? actions[action] : null,
            Unit = Enum.Parse<KpiUnit>(Pascal(row["unit"])),
            Feed = Text(row, "feed"),
            Note = Text(row, "note"),
        };
        context.Kpis.Add(kpi);
        context.KpiDefinitions.Add(new KpiDefinition
        {
            Id = Guid.CreateVersion7(now),
            KpiId = kpi.Id,
            Meaning = Text(row, "meaning"),
            Numerator = Text(row, "numerator"),
            Denominator = Text(row, "denominator"),
            Source = Text(row, "source"),
            Owner = Text(row, "owner"),
            Frequency = Text(row, "frequency") is { } often ? Enum.Parse<KpiFrequency>(Pascal(often)) : null,
            Baseline = Text(row, "baseline"),
            BaselineValue = Number(row, "baseline_value"),
            BaselineOn = Day(row, "baseline_on"),
            Target = Text(row, "target"),
            TargetValue = Number(row, "target_value"),
            TargetOn = Day(row, "target_on"),
            IsTargetEngland = row["target_england"] == "yes",
            IsTargetStrict = row["target_strict"] == "yes",
            Polarity = Text(row, "polarity") is { } better ? Enum.Parse<KpiPolarity>(Pascal(better)) : null,
            LagDays = (int?)Number(row, "lag_days"),
            Suppression = Text(row, "suppression"),
            Comparison = Text(row, "comparison"),
            At = now,
        });
        context.KpiFigures.AddRange(figures.Select(figure => new KpiFigure
        {
            Id = Guid.CreateVersion7(now),
            KpiId = kpi.Id,
            Series = figure["series"],
            From = Day(figure, "from"),
            Until = Day(figure, "until")!.Value,
            Numerator = Number(figure, "numerator"),
            Denominator = Number(figure, "denominator"),
            Value = Number(figure, "value"),
            Words = Text(figure, "words"),
            Origin = Enum.Parse<FigureOrigin>(Pascal(figure["origin"])),
            Source = figure["source"],

            // As old as its time: what is loaded later about the same period counts.
            AsAt = UkTime.StartOf(Day(figure, "until")!.Value),
        }));
    }

    private static string? Text(CsvRow row, string column) => row[column] is { Length: > 0 } text ? text : null;

    private static decimal? Number(CsvRow row, string column) => Text(row, column) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(CsvRow row, string column) => Text(row, column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
