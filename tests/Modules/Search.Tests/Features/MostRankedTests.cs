using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

/// <summary>What happens when more matches than are ranked: made small here, so that the seeded services are already too many.</summary>
public sealed class MostRankedTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const int MostRanked = 5;

    private readonly SearchApp app = new(cluster) { Settings = { ["Search:MostRanked"] = "5" } };

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [Proves("foundation")]
    [InlineData("epilepsy")]
    [InlineData("speech language")]
    public async Task Find_MoreThanAreRanked_TakesThoseWithTheWordsInTheirTitleFirst(string words)
    {
        // Stored last, so that the first matches in the order of storage leave it out.
        var added = await app.AddAsync("Made-up epilepsy, speech and language evening");

        var found = await app.FindAsync(words);

        found.MoreThan.ShouldBe(MostRanked);
        found.Cards.Select(card => card.Url).ShouldContain(added.Url);
        found.Cards.Count.ShouldBe(MostRanked + 1);
    }

    [Fact]
    public async Task Find_FewerThanAreRanked_SaysHowMany()
    {
        var found = await app.FindAsync("tennis");

        found.MoreThan.ShouldBeNull();
        found.Counts.Total.ShouldBeInRange(1, MostRanked);
    }
}
