using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A part with what its colour follows from, today.</summary>
internal sealed record PartState(ImprovementPart Part, PartHistory History, PartFacts Facts, BragResult Computed, Brag Shown, ColourOverride? Override)
{
    public bool IsOverridden => Shown != Computed.Colour;
}

/// <summary>Reads what happened to parts and works out their colours. A handful of statements, however many parts there are.</summary>
internal sealed class PartReader(ImprovementDbContext context, AuditCounts audits, DutyReader duties, LeadReader leads, KpiReader numbers, TimeProvider clock)
{
    /// <param name="only">One part; null reads them all, in the order of the paper.</param>
    public async Task<IReadOnlyList<PartState>> ReadAsync(Guid? only, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var boards = await context.Boards.OrderBy(board => board.HeldOn).Select(board => board.HeldOn).ToListAsync(cancellationToken);
        var loaded = await context.Parts.AsNoTracking().Where(part => only == null || part.Id == only)
            .Join(context.Actions, part => part.ActionId, action => action.Id, (part, action) => new { Part = part, action.Leads, action.AreaId })
            .Join(context.Areas, one => one.AreaId, area => area.Id, (one, area) => new { one.Part, one.Leads, area.PlanId })
            .Join(context.Plans, one => one.PlanId, plan => plan.Id, (one, plan) => new { one.Part, one.Leads, plan.LoadedAt })
            .ToListAsync(cancellationToken);
        var updates = (await context.Updates.Where(update => only == null || update.PartId == only).OrderBy(update => update.At).ThenBy(update => update.Id)
            .Select(update => new { update.PartId, Fact = new UpdateFact(update.Board, update.StepsDone, update.By) }).ToListAsync(cancellationToken))
            .ToLookup(update => update.PartId, update => update.Fact);
        var moves = (await context.Moves.Where(move => only == null || move.PartId == only).OrderBy(move => move.At).ThenBy(move => move.Id)
            .Select(move => new { move.PartId, move.To }).ToListAsync(cancellationToken))
            .ToLookup(move => move.PartId, move => move.To);
        var checks = (await context.ImpactChecks.Where(check => only == null || check.PartId == only).OrderBy(check => check.At).ThenBy(check => check.Id)
            .Select(check => new { check.PartId, Fact = new ImpactFact(check.PeriodEnd, check.IsMet, check.By) }).ToListAsync(cancellationToken))
            .ToLookup(check => check.PartId, check => check.Fact);
        var evidence = (await context.Evidence.Where(one => only == null || one.PartId == only)
            .Select(one => new { one.PartId, one.ReviewOn }).ToListAsync(cancellationToken))
            .ToLookup(one => one.PartId, one => one.ReviewOn);
        var overrides = (await context.Overrides.AsNoTracking().Where(one => only == null || one.PartId == only).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancellationToken))
            .ToLookup(one => one.PartId);
        var times = await duties.ReadAsync(only, today, cancellationToken);
        var held = await leads.EverHeldAsync(cancellationToken);
        var measured = await numbers.ByActionAsync(only is null ? null : loaded.FirstOrDefault()?.Part.ActionId, cancellationToken);
        var missed = await MissedAsync([.. loaded.Select(one => one.Part)], cancellationToken);
        return
        [
            .. loaded.OrderBy(one => one.Part.Position).Select(one =>
            {
                var part = one.Part;
                var history = new PartHistory(
                    part.OriginalDue, UkTime.DateIn(one.LoadedAt), [.. moves[part.Id]], [.. updates[part.Id]], [.. checks[part.Id]], [.. evidence[part.Id]])
                {
                    MissedPeriods = times[part.Id].Count(time => time.IsMissed) + missed.GetValueOrDefault(part.Id),
                    Leads = [.. LeadRoles.Of(one.Leads).SelectMany(role => held[role]).Distinct(StringComparer.Ordinal)],
                    Numbers = measured.GetValueOrDefault(part.ActionId, NumberFacts.None),
                };
                var facts = PartFacts.On(today, history, boards);
                var computed = BragRules.Of(facts);
                var says = overrides[part.Id].LastOrDefault();
                var shown = BragOverride.Shown(computed.Colour, says is null ? null : new(says.Colour, says.Until), facts, today);
                return new PartState(part, history, facts, computed, shown, says);
            }),
        ];
    }

    /// <summary>Duties that audits keep, journeys (4.3) and plans and reviews (3.7b): how many of their periods were missed.</summary>
    private async Task<Dictionary<Guid, int>> MissedAsync(IReadOnlyList<ImprovementPart> parts, CancellationToken cancellationToken)
    {
        var kept = parts.Where(part => AuditCounts.Keeps(part.Reference)).ToList();
        if (kept.Count == 0)
        {
            return [];
        }

        var both = await audits.DutiesAsync(cancellationToken);
        return kept.ToDictionary(part => part.Id, part => (part.Reference == AuditCounts.JourneysPart ? both.Journeys : both.Quotas).Count(period => !period.IsMet));
    }

    /// <summary>The board that an update of today is for; null when none is planned.</summary>
    public async Task<DateOnly?> NextBoardAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await context.Boards.Where(board => board.HeldOn >= today).OrderBy(board => board.HeldOn).Select(board => (DateOnly?)board.HeldOn).FirstOrDefaultAsync(cancellationToken);
    }
}
