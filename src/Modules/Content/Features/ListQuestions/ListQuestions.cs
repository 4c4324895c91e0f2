using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ListQuestions;

/// <summary>Questions that families ask often.</summary>
internal sealed record ListQuestions : IQuery<IReadOnlyList<PageLink>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ListQuestionsHandler(ContentDbContext context) : IRequestHandler<ListQuestions, Outcome<IReadOnlyList<PageLink>>>
{
    public async Task<Outcome<IReadOnlyList<PageLink>>> Handle(ListQuestions request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<PageLink>>(await context.Published.AsNoTracking()
            .Where(page => page.Kind == DocumentKind.Question && page.Variant == VariantKey.Full && page.TakenDown == null)
            .OrderBy(page => page.Position).ThenBy(page => page.Title)
            .Select(page => new PageLink(page.Title, page.Address, page.Summary, null))
            .ToListAsync(cancellationToken));
}
