using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Improvement.Reminders;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>What the next board still needs, in My work; and one of each to open for the crawls of tests.</summary>
internal sealed class ImprovementWork(ImprovementDbContext context, PartReader reader, LeadReader leads, WorkingDays calendar, TimeProvider clock) : IWorkItems, ISampleRoutes
{
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

        await AddLeadsAsync(items, actor, cancellationToken);
        if (actor.May(ImprovementPermissions.Publish))
        {
            var waiting = await context.PublicTexts.CountAsync(
                words => words.By != actor.Id && !context.PublicDecisions.Any(decision => decision.WordsId == words.Id) && !context.PublicTexts.Any(newer => newer.PartId == words.PartId && newer.At > words.At),
                cancellationToken);
            if (waiting > 0)
            {
                items.Add(new WorkItem(
                    "Improvement plan", waiting == 1 ? "Words for the public wait for a second person" : $"Words for the public wait for a second person: {waiting} parts",
                    "Somebody else wrote them, so you can publish them.", null, "/staff/improvement/public", "Read them", "i-eye"));
            }
        }

        if (actor.May(ImprovementPermissions.Close))
        {
            var today = clock.Today();
            var late = await context.Matters.Where(matter => matter.Due < today && !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing))
                .Select(matter => matter.Due).ToListAsync(cancellationToken);
            if (late.Count > 0)
            {
                items.Add(new WorkItem(
                    "Improvement plan", late.Count == 1 ? "1 matter of the board is past its day" : $"{late.Count} matters of the board are past their day",
                    "Each is open until somebody writes down how it ended.", late.Min(), "/staff/improvement/matters", "Open them", "i-warn"));
            }
        }

        if (actor.May(ImprovementPermissions.Verify))
        {
            var waiting = (await reader.ReadAsync(only: null, cancellationToken)).Count(state => state.Facts is { IsComplete: true, PeriodsMet: < Domain.BragRules.PeriodsOfImpact } && !state.History.IsWorkOf(actor.Id));
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
        foreach (var verb in new[] { "", "/update", "/move", "/check", "/override", "/evidence/new", "/evidence/page", "/comment", "/public", "/take-down", "/duty" })
        {
            values[$"staff/improvement/parts/{{id}}{verb}"] = new Dictionary<string, string> { ["id"] = part.ToString("D") };
        }

        var matter = await context.Matters.OrderBy(matter => matter.At).Select(matter => matter.Id).FirstOrDefaultAsync(cancellationToken);
        foreach (var verb in new[] { "", "/note", "/close" })
        {
            values[$"staff/improvement/matters/{{id}}{verb}"] = new Dictionary<string, string> { ["id"] = matter.ToString("D") };
        }

        var words = await context.PublicTexts.OrderBy(words => words.At).Select(words => words.Id).FirstOrDefaultAsync(cancellationToken);
        values["staff/improvement/public/{id}"] = new Dictionary<string, string> { ["id"] = words.ToString("D") };
        var board = await context.Boards.OrderBy(board => board.HeldOn).Select(board => board.Id).FirstOrDefaultAsync(cancellationToken);
        values["staff/improvement/boards/{id}/pack"] = new Dictionary<string, string> { ["id"] = board.ToString("D") };
        var pack = await context.Packs.OrderBy(pack => pack.At).Select(pack => pack.Id).FirstOrDefaultAsync(cancellationToken);
        values["staff/improvement/packs/{id}"] = new Dictionary<string, string> { ["id"] = pack.ToString("D") };
        return values;
    }

    /// <summary>Parts that this person leads and that the board lacks; for the office, roles that nobody holds.</summary>
    private async Task AddLeadsAsync(List<WorkItem> items, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(ImprovementPermissions.See) || await reader.NextBoardAsync(cancellationToken) is not { } board || !IsAskedFor(board))
        {
            return;
        }

        var all = await leads.ReadAsync(cancellationToken);
        var told = (await context.Updates.Where(update => update.Board == board).Select(update => update.PartId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var mine = all.Where(lead => lead.Holder is not null && lead.Holder == actor.AccountId).SelectMany(lead => lead.Parts).Where(part => !told.Contains(part.Id)).DistinctBy(part => part.Id).ToList();
        if (mine.Count > 0)
        {
            items.Add(new WorkItem(
                "Improvement plan", $"You lead {(mine.Count == 1 ? "a part" : "parts")} without an update: {string.Join(", ", mine.Select(part => part.Reference))}",
                "You hold the role that the plan names for it.", board, $"/staff/improvement/parts/{mine[0].Id}", "Open it"));
        }

        var vacant = all.Count(lead => lead.Holder is null);
        if (actor.May(ImprovementPermissions.NameLeads) && vacant > 0)
        {
            items.Add(new WorkItem(
                "Improvement plan", vacant == 1 ? "Nobody holds 1 lead role of the plan" : $"Nobody holds {vacant} lead roles of the plan",
                all.Any(lead => lead.HasLeft) ? "Somebody has left, so nobody is asked for updates." : "Nobody is asked for updates of their parts.", board, "/staff/improvement/leads", "Name them", "i-people"));
        }
    }

    private bool IsAskedFor(DateOnly board) => !calendar.Covers(board) || calendar.Between(clock.Today(), board) <= UpdateLadder.Steps[0];
}
