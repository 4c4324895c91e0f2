using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.ViewPanel;

/// <summary>A published round.</summary>
internal sealed record ViewPanel(string Slug) : IQuery<ShownPanel>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record ShownPanel(PublishedRound Round, IReadOnlyList<PublishedTheme> Themes);

internal sealed class ViewPanelHandler(CoDesignDbContext context) : IRequestHandler<ViewPanel, Outcome<ShownPanel>>
{
    public async Task<Outcome<ShownPanel>> Handle(ViewPanel request, CancellationToken cancellationToken) =>
        await context.PublishedRounds.AsNoTracking().SingleOrDefaultAsync(round => round.Slug == request.Slug, cancellationToken) is { } round
            ? new ShownPanel(round, await context.PublishedThemes.AsNoTracking().Where(theme => theme.Slug == round.Slug).OrderBy(theme => theme.Position).ToListAsync(cancellationToken))
            : Outcome.NotFound;
}
