using System.Text.RegularExpressions;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Cuts what the page prints at its second-level headings, so that a part looks as it will look.</summary>
internal sealed partial class ReviewedPages(ContentDbContext context, PageTexts texts) : IReviewedPages
{
    private const string Top = "top";

    public async Task<PinnedPage?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (Slugs.Normal(path) is not { } normal)
        {
            return null;
        }

        var variant = await Full().SingleOrDefaultAsync(variant => variant.Document!.Path == normal, cancellationToken);
        return variant?.HeadId is { } head ? await ReadAsync(variant.Document!, head, cancellationToken) : null;
    }

    public async Task<PinnedPage?> LiveAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var variant = await Full().SingleOrDefaultAsync(variant => variant.DocumentId == documentId, cancellationToken);
        return variant?.LiveRevisionId is { } live && variant.Document!.TakenDown is null ? await ReadAsync(variant.Document, live, cancellationToken) : null;
    }

    private IQueryable<Variant> Full() => context.Variants.AsNoTracking().Include(variant => variant.Document)
        .Where(variant => variant.Key == VariantKey.Full && variant.Document!.BinnedAt == null);

    private async Task<PinnedPage> ReadAsync(Document document, Guid revisionId, CancellationToken cancellationToken)
    {
        var revision = await context.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == revisionId, cancellationToken);
        var text = await texts.ReadAsync(revision.Body, TextKind.Full, cancellationToken);
        return new PinnedPage(document.Id, revision.Id, document.Path, revision.Title, revision.CreatedBy, Cut(text, revision.Title));
    }

    private static List<PageSection> Cut(PageText text, string title)
    {
        var starts = Heading().Matches(text.Html);
        List<PageSection> sections = [];
        var above = starts.Count == 0 ? text.Html : text.Html[..starts[0].Index];
        if (above.Trim().Length > 0)
        {
            sections.Add(new PageSection(Top, title, above));
        }

        foreach (var (at, start) in starts.Index())
        {
            var end = at + 1 < starts.Count ? starts[at + 1].Index : text.Html.Length;
            var anchor = start.Groups[1].Value;
            sections.Add(new PageSection(anchor, text.Headings.First(heading => heading.Anchor == anchor).Text, text.Html[start.Index..end]));
        }

        return sections;
    }

    [GeneratedRegex("""<h2 id="([a-z0-9-]+)">""")]
    private static partial Regex Heading();
}
