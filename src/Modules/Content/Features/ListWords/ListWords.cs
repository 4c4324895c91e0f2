using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ListWords;

/// <summary>Hard words and what they mean, from A to Z.</summary>
internal sealed record ListWords : IQuery<IReadOnlyList<WordItem>>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Also">Other ways to say it; empty when there is none.</param>
internal sealed record WordItem(string Anchor, string Term, string Meaning, string Also);

internal sealed class ListWordsHandler(ContentDbContext context) : IRequestHandler<ListWords, Outcome<IReadOnlyList<WordItem>>>
{
    public async Task<Outcome<IReadOnlyList<WordItem>>> Handle(ListWords request, CancellationToken cancellationToken)
    {
        var words = await context.Published.AsNoTracking()
            .Where(page => page.Kind == DocumentKind.Term && page.Variant == VariantKey.Full && page.TakenDown == null)
            .Select(page => new { page.Path, page.Title, page.Body, page.Also })
            .ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<WordItem>>(
        [
            .. words.OrderBy(word => word.Title, StringComparer.OrdinalIgnoreCase)
                .Select(word => new WordItem(word.Path[(word.Path.LastIndexOf('/') + 1)..], word.Title, word.Body.Trim(), (word.Also ?? "").Replace(";", ", ", StringComparison.Ordinal))),
        ]);
    }
}
