using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeMatter;

/// <summary>One matter with all that was said about it.</summary>
internal sealed record SeeMatter(Guid Id) : IQuery<MatterView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Part">The part that it is about.</param>
/// <param name="WaitsFor">The part that must come first.</param>
internal sealed record MatterView(Matter Matter, ImprovementPart? Part, ImprovementPart? WaitsFor, IReadOnlyList<MatterNote> Notes)
{
    public bool IsOpen => Notes.All(note => !note.IsClosing);
}

internal sealed class SeeMatterHandler(ImprovementDbContext context) : IRequestHandler<SeeMatter, Outcome<MatterView>>
{
    public async Task<Outcome<MatterView>> Handle(SeeMatter request, CancellationToken cancellationToken)
    {
        if (await context.Matters.AsNoTracking().SingleOrDefaultAsync(matter => matter.Id == request.Id, cancellationToken) is not { } matter)
        {
            return Outcome.NotFound;
        }

        return new MatterView(
            matter,
            await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.Id == matter.PartId, cancellationToken),
            await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.Id == matter.WaitsForId, cancellationToken),
            await context.MatterNotes.AsNoTracking().Where(note => note.MatterId == matter.Id).OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancellationToken));
    }
}
