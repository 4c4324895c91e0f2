using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeEngagement;

/// <summary>Who was asked, the latest first; the map; and what nobody was asked about.</summary>
internal sealed record ListEngagements(ListQuery Query) : IQuery<EngagementView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Challenges">Challenges that the site raised and nobody has answered.</param>
internal sealed record EngagementView(Listed<EngagementRow> List, IReadOnlyList<MapRow> Map, IReadOnlyList<MapGap> Gaps, IReadOnlyList<ChallengeRow> Challenges);

/// <param name="Part">Its reference; null when it was about the whole plan.</param>
internal sealed record EngagementRow(Guid Id, DateOnly HeldOn, AskedGroup Group, EngagementLevel Level, string Who, string? Part, bool HasChange);

internal sealed record ChallengeRow(Guid Id, string Title);

internal sealed class ListEngagementsHandler(ImprovementDbContext context, VoiceMap map) : IRequestHandler<ListEngagements, Outcome<EngagementView>>
{
    public async Task<Outcome<EngagementView>> Handle(ListEngagements request, CancellationToken cancellationToken)
    {
        var all = context.Engagements.AsNoTracking();
        if (Enum.TryParse<AskedGroup>(request.Query["group"], out var group))
        {
            all = all.Where(one => one.AskedGroup == group);
        }

        all = request.Query.Sort == "day" ? all.OrderBy(one => one.HeldOn).ThenBy(one => one.Id) : all.OrderByDescending(one => one.HeldOn).ThenBy(one => one.Id);
        var list = await all.Select(one => new EngagementRow(
                one.Id, one.HeldOn, one.AskedGroup, one.Level, one.Who, context.Parts.Where(part => part.Id == one.PartId).Select(part => part.Reference).FirstOrDefault(),
                context.EngagementChanges.Any(change => change.EngagementId == one.Id)))
            .ToPageAsync(request.Query, cancellationToken);
        var (rows, gaps) = await map.ReadAsync(cancellationToken);
        return new EngagementView(
            list,
            rows,
            gaps,
            await context.Matters.Where(matter => matter.ChallengesId != null && !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing))
                .OrderBy(matter => matter.Due).ThenBy(matter => matter.Id).Select(matter => new ChallengeRow(matter.Id, matter.Title)).ToListAsync(cancellationToken));
    }
}
