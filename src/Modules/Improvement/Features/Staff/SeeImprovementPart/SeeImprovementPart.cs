using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;

/// <summary>One part with all that happened to it.</summary>
internal sealed record SeeImprovementPart(Guid Id) : IQuery<PartView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="MayTell">Whoever reads it may write an update.</param>
/// <param name="Related">Parts that the plan names for the same thing.</param>
internal sealed record PartView(
    PartState State,
    ImprovementAction Action,
    ImprovementArea Area,
    DateOnly? NextBoard,
    bool MayTell,
    IReadOnlyList<ImprovementPart> Related,
    IReadOnlyList<PartUpdate> Updates,
    IReadOnlyList<DueMove> Moves,
    IReadOnlyList<ImpactCheck> Checks,
    IReadOnlyList<PartEvidence> Evidence,
    IReadOnlyList<PartComment> Comments,
    IReadOnlyList<Matter> OpenMatters,
    IReadOnlyList<Engagement> Asked,
    string Plan);

internal sealed class SeeImprovementPartHandler(ImprovementDbContext context, PartReader reader, LeadReader leads, Actor actor) : IRequestHandler<SeeImprovementPart, Outcome<PartView>>
{
    public async Task<Outcome<PartView>> Handle(SeeImprovementPart request, CancellationToken cancellationToken)
    {
        if ((await reader.ReadAsync(request.Id, cancellationToken)).SingleOrDefault() is not { } state)
        {
            return Outcome.NotFound;
        }

        var id = request.Id;
        var action = await context.Actions.AsNoTracking().SingleAsync(action => action.Id == state.Part.ActionId, cancellationToken);
        var area = await context.Areas.AsNoTracking().SingleAsync(area => area.Id == action.AreaId, cancellationToken);
        var related = state.Part.Related;
        return new PartView(
            state,
            action,
            area,
            await reader.NextBoardAsync(cancellationToken),
            actor.May(ImprovementPermissions.Update) || await leads.LeadsAsync(actor.AccountId, id, cancellationToken),
            await context.Parts.AsNoTracking().Where(part => related.Contains(part.Reference)).OrderBy(part => part.Position).ToListAsync(cancellationToken),
            await context.Updates.AsNoTracking().Where(update => update.PartId == id).OrderByDescending(update => update.At).ThenByDescending(update => update.Id).ToListAsync(cancellationToken),
            await context.Moves.AsNoTracking().Where(move => move.PartId == id).OrderBy(move => move.At).ThenBy(move => move.Id).ToListAsync(cancellationToken),
            await context.ImpactChecks.AsNoTracking().Where(check => check.PartId == id).OrderByDescending(check => check.At).ThenByDescending(check => check.Id).ToListAsync(cancellationToken),
            await context.Evidence.AsNoTracking().Where(one => one.PartId == id).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).ToListAsync(cancellationToken),
            await context.PartComments.AsNoTracking().Where(comment => comment.PartId == id).OrderByDescending(comment => comment.At).ThenByDescending(comment => comment.Id).ToListAsync(cancellationToken),
            await context.Matters.AsNoTracking()
                .Where(matter => (matter.PartId == id || matter.WaitsForId == id) && !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing))
                .OrderBy(matter => matter.Due).ThenBy(matter => matter.Id).ToListAsync(cancellationToken),
            await context.Engagements.AsNoTracking().Where(one => one.PartId == id).OrderByDescending(one => one.HeldOn).ThenBy(one => one.Id).ToListAsync(cancellationToken),
            await context.Plans.Where(plan => plan.Id == area.PlanId).Select(plan => plan.Title).SingleAsync(cancellationToken));
    }
}
