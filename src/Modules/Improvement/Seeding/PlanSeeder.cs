using System.Globalization;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>Loads the plan of May 2024 whole, once: its words are the paper's and never change.</summary>
internal sealed class PlanSeeder(ImprovementDbContext context, SeedFiles files, TimeProvider clock) : ISeeder
{
    public const string Slug = "send-2024";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Plans.AnyAsync(plan => plan.Slug == Slug, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var plan = new ImprovementPlan
        {
            Id = Guid.CreateVersion7(now),
            Slug = Slug,
            Title = "Medway Local Area Partnership SEND Improvement Plan – May 2024",
            LoadedAt = now,
        };
        context.Plans.Add(plan);
        var areas = files.Rows(Set, "improvement/areas.csv", "number", "title", "text", "narrative", "governance", "ambition", "lead")
            .Select(row => new ImprovementArea
            {
                Id = Guid.CreateVersion7(now),
                PlanId = plan.Id,
                Number = int.Parse(row["number"], CultureInfo.InvariantCulture),
                Title = row["title"],
                Text = row["text"],
                Narrative = row["narrative"],
                Governance = row["governance"],
                Ambition = row["ambition"],
                Lead = row["lead"],
            })
            .ToDictionary(area => area.Number);
        var actions = files.Rows(Set, "improvement/actions.csv", "reference", "area", "text", "leads", "completed_by", "impact", "measures")
            .Select((row, position) => new ImprovementAction
            {
                Id = Guid.CreateVersion7(now),
                AreaId = areas[int.Parse(row["area"], CultureInfo.InvariantCulture)].Id,
                Reference = row["reference"],
                Position = position,
                Text = row["text"],
                Leads = row["leads"],
                CompletedBy = row["completed_by"],
                Impact = row["impact"],
                Measures = NullIfEmpty(row["measures"]),
            })
            .ToDictionary(action => action.Reference, StringComparer.Ordinal);
        var parts = files.Rows(Set, "improvement/parts.csv", "reference", "action", "text", "due", "recurring", "note", "related")
            .Select((row, position) => new ImprovementPart
            {
                Id = Guid.CreateVersion7(now),
                ActionId = actions[row["action"]].Id,
                Reference = row["reference"],
                Position = position,
                Text = row["text"],
                OriginalDue = LastDayOf(row["due"]),
                Recurring = NullIfEmpty(row["recurring"]),
                Note = NullIfEmpty(row["note"]),
                Related = row["related"].Split(';', StringSplitOptions.RemoveEmptyEntries),
            });
        context.AddRange(areas.Values);
        context.AddRange(actions.Values);
        context.AddRange(parts);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The paper names months; the last day of one still keeps the promise.</summary>
    private static DateOnly LastDayOf(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
