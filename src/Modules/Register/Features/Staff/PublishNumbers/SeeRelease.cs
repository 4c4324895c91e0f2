using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Planning;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.PublishNumbers;

/// <summary>The release of this quarter as it stands, for the officer who publishes it.</summary>
internal sealed record SeeRelease : IQuery<ReleaseView>
{
    public Permission Permission => RegisterPermissions.Publish;
}

/// <param name="Kept">Null when this quarter was not counted yet.</param>
/// <param name="Published">Quarters that were published, the newest first.</param>
internal sealed record ReleaseView(Quarter Quarter, KeptRelease? Kept, PlanningRelease? Release, PlanningRows Rows, IReadOnlyList<Quarter> Published);

internal sealed class SeeReleaseHandler(RegisterDbContext context, Releases releases, PlanningReader reader) : IRequestHandler<SeeRelease, Outcome<ReleaseView>>
{
    public async Task<Outcome<ReleaseView>> Handle(SeeRelease request, CancellationToken cancellationToken)
    {
        var kept = await releases.OfAsync(releases.Current, cancellationToken);
        var published = await context.PublishedReleases.AsNoTracking().OrderByDescending(one => one.Year).ThenByDescending(one => one.Quarter)
            .Select(one => new { one.Year, one.Quarter }).ToListAsync(cancellationToken);
        return new ReleaseView(
            releases.Current, kept, kept is null ? null : ReleaseText.Read(kept.Content), await reader.RowsAsync(cancellationToken),
            [.. published.Select(one => new Quarter(one.Year, one.Quarter))]);
    }
}
