using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

[Collection(SeededServices.Name)]
[Proves("listings")]
public sealed class ResultsPageTests(SearchApp app)
{
    [Fact]
    public async Task Get_Form_AsksFourThingsFirstAndTheRestUnderMoreChoices()
    {
        var page = await app.GetAsync("/search");

        page.All(".finder input:not([type=hidden]), .finder select").Select(field => field.GetAttribute("name")).ShouldBe(["q", "near", "age", "kind"]);
        var more = page.All(".more fieldset").Select(group => group.Id!).ToList();
        more.ShouldContain("need");
        more.ShouldContain("cost");
        page.All(".more input").ShouldAllBe(box => ChoiceGroups.More.Any(group => group.Field == box.GetAttribute("name")));
    }

    [Fact]
    public async Task Get_EveryChoiceOfTheForm_GivesAsManyAsItSays()
    {
        var page = await app.GetAsync("/search?q=club");
        foreach (var box in page.All(".more input").Take(LongAttribute.Size(6, 60)))
        {
            var said = int.Parse(box.ParentElement!.TextContent.Split('(', ')')[^2], System.Globalization.CultureInfo.InvariantCulture);
            var group = ChoiceGroups.All.Single(group => group.Field == box.GetAttribute("name"));

            var found = await app.FindAsync("club", SearchChoices.None.With(group, box.GetAttribute("value")!));

            (found.Counts.Total - found.Counts.OnlyMayFit).ShouldBe(said, $"{group.Field}={box.GetAttribute("value")}");
        }
    }

    [Fact]
    public async Task Get_SeveralChoices_EachHasATagThatTakesOnlyItOff()
    {
        var page = await app.GetAsync("/search?q=swimming&near=ME7&age=8&kind=things_to_do&cost=free&cost=paid&when=weekend&sort=soonest");

        var tags = page.All(".tag-off").ToDictionary(tag => tag.TextContent.Replace(" (take off)", "", StringComparison.Ordinal).Trim(), tag => tag.GetAttribute("href"));
        tags.Keys.ShouldBe(["swimming", "near ME7", "age 8", "Things to do", "Free", "You pay", "Weekends"]);
        tags["Free"].ShouldBe("/search?q=swimming&near=ME7&age=8&kind=things_to_do&cost=paid&when=weekend&sort=soonest");
        page.One("a[href='/search']");
    }

    [Fact]
    public async Task Get_Sorts_LeadToEachOrderAndSayWhichStands()
    {
        var page = await app.GetAsync("/search?q=swimming&near=ME7");

        page.One(".sort b").TextContent.ShouldBe("nearest");
        page.All(".sort a").Select(link => link.GetAttribute("href")).ShouldBe(["/search?q=swimming&near=ME7&sort=best", "/search?q=swimming&near=ME7&sort=soonest"]);
        (await app.GetAsync("/search?q=swimming&near=ME7&sort=best")).One(".sort b").TextContent.ShouldBe("best match");
        (await app.GetAsync("/search?q=swimming&sort=nearest")).One(".summary a[href='#near']").TextContent.ShouldContain("write a place too");
        (await app.GetAsync("/search?q=swimming&sort=sideways")).One(".summary a[href='#results']").TextContent.ShouldContain("do not know that order");
    }

    [Fact]
    public async Task Get_ChoicesThatNothingFits_ShowsTheClosestAndNamesWhatWasTakenOff()
    {
        var page = await app.GetAsync("/search?q=swimming&kind=transport&cost=paid");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".none h2").TextContent.ShouldContain("It is not you");
        page.One(".list-head h2").TextContent.ShouldContain("If you take off “Travel”");
        page.All(".card").ShouldNotBeEmpty();
        page.One("#results a[href='/search?q=swimming&cost=paid']").TextContent.ShouldContain("kind of help");
        page.One("#results a[href='/search/wish']");
        page.One("#results a[href='#talk']");
    }

    [Fact]
    public async Task Get_Card_HoldsTheFactsInTheirOrderAndALinkToSaveWithoutScript()
    {
        var card = (await app.GetAsync("/search?q=gills%20disability%20football")).One(".card");

        card.QuerySelectorAll("dt .vh").Select(label => label.TextContent).ShouldBe(["Who can go", "Where", "When", "Cost"]);
        card.TextContent.ShouldContain("How to start:");
        card.QuerySelector("[data-save]")!.GetAttribute("href").ShouldBe("/shortlist?s=gills-open-disability-football");
    }

    [Fact]
    public async Task Get_EverySeededService_IsFoundByItsOwnWordsAndAge()
    {
        var seeds = SearchApp.Csv("seeds/reference/listings/medway-services.csv");
        List<string> lost = [];
        foreach (var row in seeds)
        {
            var age = row["age_min"].Length > 0 ? short.Parse(row["age_min"], System.Globalization.CultureInfo.InvariantCulture) : (short?)null;
            var found = await app.FindAllAsync(row["service_name"], age is > 25 ? null : SearchChoices.None.WithAge(age));
            if (!found.Contains(row["id"]))
            {
                lost.Add(row["id"]);
            }
        }

        seeds.Count.ShouldBeGreaterThan(100);
        lost.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_EveryNeed_FindsOnlyServicesThatNameItOrAreOpenToAll()
    {
        var needs = SearchApp.Csv("seeds/reference/listings/medway-services.csv").ToDictionary(row => row["id"], row => row["needs"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        foreach (var need in Facets.Needs)
        {
            var found = (await app.FindAllAsync("", SearchChoices.None.With(ChoiceGroups.Need, need.Value))).Where(needs.ContainsKey).ToList();

            found.ShouldNotBeEmpty();
            found.Where(slug => needs[slug].Length > 0 && !needs[slug].Contains(need.Value) && !needs[slug].Contains("any")).ShouldBeEmpty(need.Value);
        }
    }

    /// <summary>Page, styles, script, drawings and all four weights of the face, as a browser that has never been here loads them.</summary>
    [Fact]
    public async Task Get_FirstView_IsUnder120Kilobytes()
    {
        var page = await app.GetAsync("/search?q=autism&near=ME7&age=8");
        var assets = Regex.Matches(page.Body, "/assets/[^\"#]+").Select(match => match.Value).Distinct().ToList();
        var bytes = Compressed(Encoding.UTF8.GetBytes(page.Body), CompressionLevel.Fastest);
        using var client = app.CreateClient();
        foreach (var asset in assets.Where(asset => !asset.Contains("favicon", StringComparison.Ordinal)))
        {
            var content = await client.GetByteArrayAsync(new Uri(asset, UriKind.Relative), TestContext.Current.CancellationToken);
            bytes += Compressed(content, CompressionLevel.Optimal);
            if (asset.EndsWith(".css", StringComparison.Ordinal))
            {
                foreach (var font in Regex.Matches(Encoding.UTF8.GetString(content), "[a-zA-Z0-9.-]+\\.woff2").Select(match => match.Value).Distinct())
                {
                    bytes += (await client.GetByteArrayAsync(new Uri("/assets/" + font, UriKind.Relative), TestContext.Current.CancellationToken)).Length;
                }
            }
        }

        assets.Count.ShouldBeGreaterThan(2);
        bytes.ShouldBeInRange(60_000, 120_000);

        static int Compressed(byte[] content, CompressionLevel level)
        {
            using var into = new MemoryStream();
            using (var brotli = new BrotliStream(into, level, leaveOpen: true))
            {
                brotli.Write(content);
            }

            return (int)into.Length;
        }
    }

    [Fact]
    public async Task Get_PrintStyles_HideTheFormAndKeepTheCards()
    {
        var page = await app.GetAsync("/search?q=autism");
        var css = (await app.GetAsync(page.One("link[rel=stylesheet]").GetAttribute("href")!)).Body;
        var print = string.Concat(Regex.Matches(css, @"@media print\s*\{(?:[^{}]|\{[^{}]*\})*\}").Select(match => match.Value));

        var hidden = Regex.Matches(print, @"(?<selectors>[^{}]+)\{display:none\}").SelectMany(match => match.Groups["selectors"].Value.Split(',')).ToList();
        foreach (var part in new[] { ".fold", ".finder", ".more", ".tags", ".sort", ".actions", ".no-print" })
        {
            hidden.ShouldContain(part);
        }

        hidden.ShouldNotContain(".card");
        page.All(".fold form, .tags, .cards > li > .card").Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Get_Suggestions_AreTitlesAndWordsOfEntries()
    {
        (await SuggestAsync("swi")).ShouldContain(text => text.Contains("wim", StringComparison.OrdinalIgnoreCase));
        (await SuggestAsync("sendi")).ShouldContain(text => text.Contains("SENDIASS", StringComparison.OrdinalIgnoreCase));
        (await SuggestAsync("sw")).ShouldBeEmpty();
        (await SuggestAsync("ME7%201XY")).ShouldBeEmpty();
        (await SuggestAsync(new string('a', 500))).ShouldBeEmpty();
        (await app.GetAsync("/search/suggest")).Status.ShouldBe(HttpStatusCode.OK);

        // Unkind words are for matching only: none is offered, though one finds something.
        var unkind = SearchApp.Judgements("synonyms.csv").Select(row => row["term"]).Where(term => term.StartsWith("retard", StringComparison.OrdinalIgnoreCase) || term.StartsWith("handicap", StringComparison.OrdinalIgnoreCase));
        foreach (var term in unkind)
        {
            (await SuggestAsync(Uri.EscapeDataString(term))).ShouldNotContain(term);
        }
    }

    private async Task<string[]> SuggestAsync(string typed) =>
        System.Text.Json.JsonSerializer.Deserialize<string[]>((await app.GetAsync($"/search/suggest?q={typed}")).Body)!;
}
