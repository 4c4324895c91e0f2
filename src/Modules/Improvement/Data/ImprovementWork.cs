using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>What the next board still needs, in My work; and one of each to open for the crawls of tests.</summary>
internal sealed class ImprovementWork(ImprovementDbContext context, PartReader reader, WorkingDays calendar, TimeProvider clock) : IWorkItems, ISampleRoutes
{
    /// <summary>Updates are asked for so many working days before a board.</summary>
    private const int WorkingDaysBefore = 15;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<WorkItem> items = [];
        var (plans, updates) = (actor.May(ImprovementPermissions.PlanBoards), actor.May(ImprovementPermissions.Update));
        var next = plans || updates ? await reader.NextBoardAsync(cancellationToken) : null;
        if (plans && next is null)
        {
            items.Add(new WorkItem(
                "Improvement plan", "No later board is written down", "Until it is, nobody can write an update.", null, "/staff/improvement/boards", "Write it down", "i-calendar"));
        }

        if (updates && next is { } board && IsAskedFor(board))
        {
            var missing = await context.Parts.CountAsync(part => !context.Updates.Any(update => update.PartId == part.Id && update.Board == board), cancellationToken);
            if (missing > 0)
            {
                items.Add(new WorkItem(
                    "Improvement plan", missing == 1 ? "1 part has no update for the board" : $"{missing} parts have no update for the board",
                    "Whoever leads a part tells the board what was done and what difference it made.", board, "/staff/improvement", "Open the plan"));
            }
        }

        if (actor.May(ImprovementPermissions.Verify))
        {
            var waiting = (await reader.ReadAsync(only: null, cancellationToken)).Count(state => state.Facts is { IsComplete: true, PeriodsMet: < Domain.BragRules.PeriodsOfImpact });
            if (waiting > 0)
            {
                items.Add(new WorkItem(
                    "Improvement plan", waiting == 1 ? "1 part is done and nobody has shown that it works" : $"{waiting} parts are done and nobody has shown that they work",
                    "Somebody who did not do the work has to look.", null, "/staff/improvement", "Open the plan", "i-check"));
            }
        }

        return items;
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var part = await context.Parts.OrderBy(part => part.Position).Select(part => part.Id).FirstOrDefaultAsync(cancellationToken);
        var evidence = await context.Evidence.OrderBy(one => one.At).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        Dictionary<string, IReadOnlyDictionary<string, string>> values = new(StringComparer.Ordinal)
        {
            ["staff/improvement/evidence/{id}"] = new Dictionary<string, string> { ["id"] = evidence.ToString("D") },
        };
        foreach (var verb in new[] { "", "/update", "/move", "/check", "/override", "/evidence/new" })
        {
            values[$"staff/improvement/parts/{{id}}{verb}"] = new Dictionary<string, string> { ["id"] = part.ToString("D") };
        }

        return values;
    }

    private bool IsAskedFor(DateOnly board) => !calendar.Covers(board) || calendar.Between(clock.Today(), board) <= WorkingDaysBefore;
}
