using System.Runtime.CompilerServices;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Progress;

/// <summary>The public page in the site's search and sitemap, from the day on which something stands on it.</summary>
internal sealed class ProgressSearch(ImprovementDbContext context) : ISearchEntries
{
    public const string Name = "progress";

    /// <summary>There is one such page; its entry is the same whoever writes it.</summary>
    private static readonly Guid Page = new("0199f3c0-6d5e-7a00-8b1e-5d0c3a7e9f10");

    public string Source => Name;

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await context.Progress.AnyAsync(cancellationToken))
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
        Url = "/progress",
        Title = ProgressWords.Title,
        Summary = "What families asked for, what we said we would do about it, and what we did.",
        Facets = Facets.Page,
        Sureness = Sureness.NotChecked,
    }.FoundBy($"{ProgressWords.Title}. Improvement plan. You said, we did", "", "SEND Partnership Board", "progress inspection area SEND plan late done");
}
