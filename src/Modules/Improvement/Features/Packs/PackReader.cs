using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>Reads what the pack of a board says today.</summary>
internal sealed class PackReader(ImprovementDbContext context, PartReader reader, PackFigures figures, PackVoices voices, TimeProvider clock)
{
    public async Task<PackFacts> ReadAsync(BoardMeeting board, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var plans = await context.Plans.AsNoTracking().OrderBy(plan => plan.LoadedAt).ThenBy(plan => plan.Id).ToListAsync(cancellationToken);
        var parts = await PartsAsync(plans, board.HeldOn, cancellationToken);
        var matters = await OpenMattersAsync(cancellationToken);
        var last = await LastAsync(board.HeldOn, cancellationToken);
        return new(
            string.Join("; ", plans.Select(plan => plan.Title)),
            board.HeldOn,
            today,
            last is null ? null : Before(last, matters),
            parts,
            last is null ? [] : PackChanges.Between(last.Parts, parts),
            matters,
            await figures.ReadAsync(cancellationToken))
        {
            Asked = await voices.AskedAsync(last?.AsAt ?? today.AddDays(-PartFacts.DaysOfACycle), cancellationToken),
            PartsWithoutYoungInput = await voices.PartsWithoutInputAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyList<PackPart>> PartsAsync(List<ImprovementPlan> plans, DateOnly board, CancellationToken cancellationToken)
    {
        var later = plans.Skip(1).ToDictionary(plan => plan.Id, plan => $" of {plan.Title}");
        var actions = await context.Actions.Join(
                context.Areas, action => action.AreaId, area => area.Id, (action, area) => new { action.Id, action.Leads, area.PlanId, area.Number, area.Title })
            .ToDictionaryAsync(action => action.Id, cancellationToken);
        var told = (await context.Updates.AsNoTracking().Where(update => update.Board == board).OrderBy(update => update.At).ThenBy(update => update.Id).ToListAsync(cancellationToken))
            .GroupBy(update => update.PartId).ToDictionary(updates => updates.Key, updates => updates.Last());
        return
        [
            .. from state in await reader.ReadAsync(only: null, cancellationToken)
               let action = actions[state.Part.ActionId]
               let update = told.GetValueOrDefault(state.Part.Id)
               select new PackPart(
                   state.Part.Id,
                   state.Part.Reference,
                   $"{action.Number}. {action.Title}{later.GetValueOrDefault(action.PlanId)}",
                   action.Leads,
                   state.Part.Text,
                   state.Shown,
                   state.Computed.Why,
                   state is { IsOverridden: true, Override: { } says } ? $"The rule says “{BragWords.Of(state.Computed.Colour)}”. {says.Reason}" : null,
                   state.History.Due,
                   state.Part.OriginalDue,
                   state.Facts.IsComplete ? 0 : state.Facts.DaysPastDue,
                   state.Facts.Moves,
                   state.Facts.HasReported ? state.Facts.StepsDone : null,
                   update is null ? null : new(update.Done, update.Difference, update.Next, update.Voice, update.NoVoice)),
        ];
    }

    private async Task<IReadOnlyList<PackMatter>> OpenMattersAsync(CancellationToken cancellationToken)
    {
        var references = await context.Parts.ToDictionaryAsync(part => part.Id, part => part.Reference, cancellationToken);
        var open = await context.Matters.AsNoTracking().Where(matter => !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing))
            .OrderBy(matter => matter.Due).ThenBy(matter => matter.At).ThenBy(matter => matter.Id).ToListAsync(cancellationToken);
        return
        [
            .. open.Select(matter => new PackMatter(
                matter.Id, matter.Kind, matter.Title, matter.Words, Reference(matter.PartId), Reference(matter.WaitsForId),
                matter.Route is { } route ? MatterWords.Of(route) : null, matter.Owner, matter.Due, UkTime.DateIn(matter.At))),
        ];

        string? Reference(Guid? part) => part is { } id ? references[id] : null;
    }

    /// <summary>The last pack of an earlier board: what the board read then, not what is known now.</summary>
    private async Task<PackFacts?> LastAsync(DateOnly board, CancellationToken cancellationToken)
    {
        var facts = await context.Packs.Join(context.Boards.Where(earlier => earlier.HeldOn < board), pack => pack.BoardId, earlier => earlier.Id, (pack, earlier) => new { pack.Facts, pack.At, earlier.HeldOn })
            .OrderByDescending(pack => pack.HeldOn).ThenByDescending(pack => pack.At).Select(pack => pack.Facts).FirstOrDefaultAsync(cancellationToken);
        return facts is null ? null : PackFacts.Read(facts);
    }

    private static PackBefore Before(PackFacts last, IReadOnlyList<PackMatter> open)
    {
        var (then, now) = (last.Matters.Select(matter => matter.Id).ToHashSet(), open.Select(matter => matter.Id).ToHashSet());
        return new(last.Board, last.Parts.CountBy(part => part.Colour).ToDictionary(), then.Count(id => !now.Contains(id)), now.Count(id => !then.Contains(id)));
    }
}
