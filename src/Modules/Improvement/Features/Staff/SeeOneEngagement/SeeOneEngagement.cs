using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeOneEngagement;

/// <summary>One time that a group was asked, with what changed because of it.</summary>
internal sealed record SeeOneEngagement(Guid Id) : IQuery<OneEngagement>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed record OneEngagement(Engagement Engagement, ImprovementPart? Part, Matter? Decision, IReadOnlyList<EngagementChange> Changes);

internal sealed class SeeOneEngagementHandler(ImprovementDbContext context) : IRequestHandler<SeeOneEngagement, Outcome<OneEngagement>>
{
    public async Task<Outcome<OneEngagement>> Handle(SeeOneEngagement request, CancellationToken cancellationToken)
    {
        if (await context.Engagements.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } engagement)
        {
            return Outcome.NotFound;
        }

        return new OneEngagement(
            engagement,
            await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.Id == engagement.PartId, cancellationToken),
            await context.Matters.AsNoTracking().SingleOrDefaultAsync(matter => matter.Id == engagement.MatterId, cancellationToken),
            await context.EngagementChanges.AsNoTracking().Where(change => change.EngagementId == engagement.Id).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellationToken));
    }
}
