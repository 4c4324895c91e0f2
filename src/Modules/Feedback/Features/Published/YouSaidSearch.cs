using System.Runtime.CompilerServices;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Published;

/// <summary>The public page in the site's search and sitemap, from the day on which something of this module stands on it.</summary>
internal sealed class YouSaidSearch(FeedbackDbContext context) : ISearchEntries
{
    public const string Name = "feedback";

    /// <summary>There is one such page; its entry is the same whoever writes it.</summary>
    private static readonly Guid Page = new("0199f3c0-6d5e-7a00-8b1e-5d0c3a7e9f22");

    public string Source => Name;

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await context.YouSaid.AnyAsync(cancellationToken))
        {
            yield return Entry();
        }
    }

    /// <summary>Adds the entry to the caller's save, once.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!await context.SearchEntries.AnyAsync(entry => entry.Id == Page, cancellationToken))
        {
            context.SearchEntries.Add(Entry());
        }
    }

    private static SearchEntry Entry() => new SearchEntry
    {
        Id = Page,
        Source = Name,
        Url = "/you-said-we-did",
        Title = ThemeWords.Title,
        Summary = "What families told us about the Local Offer, and what we did about it.",
        Facets = Facets.Page,
        Sureness = Sureness.NotChecked,
    }.FoundBy($"{ThemeWords.Title}. Comments and our answers", "", "", "comments feedback report year what changed");
}
