using System.Runtime.CompilerServices;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>What a page is found by, in the same search as services.</summary>
internal static class PageSearchEntry
{
    public const string Source = "content";

    /// <summary>A page of ours about something comes with the best of the services that do it.</summary>
    private const short Boost = 8;

    public static bool IsFindable(PublishedPage page) =>
        page.Variant == VariantKey.Full && page.TakenDown is null && page.Kind is not DocumentKind.Alert and not DocumentKind.Term;

    /// <param name="page">The full words.</param>
    /// <param name="plain">Its text without signs.</param>
    public static SearchEntry From(PublishedPage page, string plain)
    {
        var entry = new SearchEntry
        {
            Id = page.DocumentId,
            Source = Source,
            Url = page.Address,
            Title = page.Title,
            Summary = page.Summary,
            Facets = Facets.Page,
            Boost = Boost,
            Sureness = page.LastCheckedOn is null ? Sureness.NotChecked : Sureness.Checked,
            CheckedOn = page.LastCheckedOn,
        };
        return entry.FoundBy($"{page.Title}. {page.Also}", "", "", plain);
    }
}

/// <summary>All pages as search entries, for rebuilding the projection.</summary>
internal sealed class PageSearchEntries(ContentDbContext context, PageTexts texts) : ISearchEntries
{
    public string Source => PageSearchEntry.Source;

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in await context.Published.AsNoTracking().Where(page => page.Variant == VariantKey.Full).ToListAsync(cancellationToken))
        {
            if (PageSearchEntry.IsFindable(page))
            {
                yield return PageSearchEntry.From(page, (await texts.ReadAsync(page.Body, TextKind.Full, cancellationToken)).Plain);
            }
        }
    }
}
