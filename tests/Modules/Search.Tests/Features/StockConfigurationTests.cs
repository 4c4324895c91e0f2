using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

/// <summary>What PostgreSQL's stock English configuration gets wrong with our words (content-and-search §5.3), row by row.</summary>
[Collection(OwnEntries.Name)]
public sealed class StockConfigurationTests(SearchApp app)
{
    [Theory]
    [Proves("foundation")]
    [InlineData("Support for ADHD/autism", "adhd")]
    [InlineData("Support for ADHD/autism", "autism")]
    [InlineData("Down’s syndrome group", "down's syndrome")]
    [InlineData("Down's syndrome group", "downs syndrome")]
    [InlineData("After school club", "after school club")]
    [InlineData("Out of school", "out of school")]
    [InlineData("Under 5s play", "under 5s")]
    [InlineData("Time out for carers", "time out")]
    [InlineData("Not in school: what can I do", "what can I do")]
    [InlineData("Not in school: what can I do", "not in school")]
    [InlineData("Post-16 courses", "16")]
    [InlineData("Post-16 courses", "post 16")]
    [InlineData("Post-16 courses", "post16")]
    [InlineData("Ages 0-25", "25")]
    [InlineData("Autistic young people", "autism")]
    [InlineData("One-to-one mentor", "1:1 mentor")]
    [InlineData("Childminder list", "child minder")]
    [InlineData("Nonverbal children", "non-verbal")]
    [InlineData("Café with quiet hours", "cafe")]
    [InlineData("SALT clinic", "speech therapy")]
    public async Task Find_WordsThatStockEnglishMisses_FindsTheEntry(string title, string query)
    {
        var entry = await app.AddAsync(title);

        (await UrlsAsync(query)).ShouldContain(entry.Url);
    }

    [Theory]
    [Proves("foundation")]
    [InlineData("Tourette's syndrome group", "down's syndrome")]
    [InlineData("Send us a letter", "SEND")]
    [InlineData("University open day", "universal")]
    public async Task Find_WordsThatStockEnglishConfuses_LeavesTheEntryOut(string title, string query)
    {
        var entry = await app.AddAsync(title);

        var found = await app.FindAsync(query);
        if (found.Rung == Rung.AllWords)
        {
            (await UrlsAsync(query)).ShouldNotContain(entry.Url);
        }

        // The control: the entry can be found by its own words.
        (await UrlsAsync(title)).ShouldContain(entry.Url);
    }

    [Fact]
    [Proves("foundation")]
    public async Task Find_LoneSend_FindsSpecialEducationalNeeds()
    {
        var entry = await app.AddAsync("Help with special educational needs");

        (await UrlsAsync("SEND")).ShouldContain(entry.Url);
        (await UrlsAsync("send")).ShouldContain(entry.Url);
    }

    private async Task<List<string>> UrlsAsync(string query)
    {
        List<string> urls = [];
        for (var page = 1; ; page++)
        {
            var found = await app.FindAsync(query, SearchChoices.None, null, page);
            urls.AddRange(found.Cards.Select(card => card.Url));
            if (page >= found.Pages)
            {
                return urls;
            }
        }
    }
}
