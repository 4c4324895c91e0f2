using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>The words that are live, with their meanings: what a page explains at first use.</summary>
internal sealed class LiveGlossary(ContentDbContext context) : IGlossary
{
    public async ValueTask<IReadOnlyList<GlossaryTerm>> TermsAsync(CancellationToken cancellationToken)
    {
        var terms = await context.Published.AsNoTracking()
            .Where(page => page.Kind == DocumentKind.Term && page.Variant == VariantKey.Full && page.TakenDown == null)
            .OrderBy(page => page.Title)
            .Select(page => new { page.Title, page.Body, page.Also })
            .ToListAsync(cancellationToken);
        return [.. terms.Select(term => new GlossaryTerm(
            term.Title, term.Body, (term.Also ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];
    }
}
