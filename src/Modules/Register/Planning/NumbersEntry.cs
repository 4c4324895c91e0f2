using System.Runtime.CompilerServices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Register.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>The published numbers in the search and in the sitemap.</summary>
internal sealed class NumbersEntry(RegisterDbContext context) : ISearchEntries
{
    public static readonly Guid Id = new("5f0f6c1e-7d0a-4f6e-9a53-8d2b6c1f4e90");

    public string Source => RegisterDbContext.Schema;

    /// <param name="checkedOn">When the newest release was published.</param>
    public static SearchEntry New(DateOnly checkedOn) => new SearchEntry
    {
        Id = Id,
        Source = RegisterDbContext.Schema,
        Url = "/register/numbers",
        Title = "The register of disabled children in numbers",
        Summary = "How many children are on the register, how old they are, and what help their families use and want. New each quarter.",
        Facets = Facets.Page,
        Sureness = Sureness.Checked,
        CheckedOn = checkedOn,
    }.FoundBy("The register of disabled children in numbers. Statistics of the register", "", "", "");

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await context.PublishedReleases.MaxAsync(release => (DateOnly?)release.PublishedOn, cancellationToken) is { } newest)
        {
            yield return New(newest);
        }
    }
}
