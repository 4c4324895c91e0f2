using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

/// <summary>What needs entries that the seeds do not have.</summary>
[Collection(OwnEntries.Name)]
public sealed class OwnEntriesTests(SearchApp app)
{
    [Fact]
    [Proves("listings")]
    public async Task Find_Soonest_PutsTheNextDateFirstAndUnknownDatesLast()
    {
        var today = app.Clock.Today();
        var unknown = await app.AddAsync("Wobbelclub unknown");
        var later = await app.AddAsync("Wobbelclub later", more: entry => entry.NextDates = [today.AddDays(-1), today.AddDays(9)]);
        var soon = await app.AddAsync("Wobbelclub soon", more: entry => entry.NextDates = [today.AddDays(2), today.AddDays(16)]);

        var found = await app.FindAsync("wobbelclub", sort: SortBy.Soonest);

        found.Cards.Select(card => card.Url).ShouldBe([soon.Url, later.Url, unknown.Url]);
        found.Cards.Select(card => card.NextOn).ShouldBe([today.AddDays(2), today.AddDays(9), null]);
    }

    [Fact]
    [Proves("listings")]
    public async Task Find_WithAccess_PutsSilenceLastAndLeavesASaidNoOut()
    {
        var stepFree = Facets.MaskOf(Facets.Access, ["step_free"]);
        var silent = await app.AddAsync("Quibbelhall silent");
        var yes = await app.AddAsync("Quibbelhall yes", more: entry => entry.Facets |= stepFree);
        var no = await app.AddAsync("Quibbelhall no", more: entry => entry.Facets |= Facets.NoOf(stepFree));

        var found = await app.FindAsync("quibbelhall", SearchChoices.None.With(ChoiceGroups.Access, "step_free"));

        found.Cards.Select(card => card.Url).ShouldBe([yes.Url, silent.Url]);
        found.Cards.Select(card => card.OnlyMayFit).ShouldBe([false, true]);
        found.Counts.Total.ShouldBe(2);

        // The control: without the choice it is there.
        (await app.FindAsync("quibbelhall")).Cards.Select(card => card.Url).ShouldContain(no.Url);
    }

    [Theory]
    [Proves("listings")]
    [InlineData("when", "evening")]
    [InlineData("join", "turn_up")]
    [InlineData("diagnosis", "not_needed")]
    [InlineData("place", "online")]
    [InlineData("language", "other_language")]
    public async Task Find_WithEachFurtherChoice_PutsWhatSaysSoFirst(string field, string value)
    {
        var group = ChoiceGroups.All.Single(group => group.Field == field);
        var name = $"Zickelort{field}";
        var blank = await app.AddAsync($"{name} blank");
        var says = await app.AddAsync($"{name} says", more: entry => entry.Facets |= Facets.MaskOf(group.Known, [value]));

        var found = await app.FindAsync(name, SearchChoices.None.With(group, value));

        found.Cards.Select(card => card.Url).ShouldBe([says.Url, blank.Url]);
        found.Counts.Of(group, group.Known.Single(facet => facet.Value == value)).ShouldBe(1);
    }

    [Fact]
    [Proves("listings")]
    public async Task Get_ChoicesThatNobodyHasToldOf_AreNamedOnTheCardsThatOnlyMayFit()
    {
        var says = await app.AddAsync("Flonkhall says", more: entry =>
        {
            (entry.AgeFrom, entry.AgeTo) = (5, 11);
            entry.Facets |= Facets.MaskOf(Facets.Costs, ["free"]) | Facets.MaskOf(Facets.Times, ["weekend"]);
        });
        var halfSays = await app.AddAsync("Flonkhall half", more: entry =>
        {
            (entry.AgeFrom, entry.AgeTo) = (5, 11);
            entry.Facets |= Facets.MaskOf(Facets.Costs, ["free"]);
        });
        var silent = await app.AddAsync("Flonkhall silent");

        var page = await app.GetAsync("/search?q=flonkhall&age=8&cost=free&when=weekend");

        var cards = page.All(".card").ToDictionary(card => card.QuerySelector("h3 a")!.GetAttribute("href")!, card => card.TextContent);
        cards[says.Url].ShouldNotContain("Nobody has told us");
        cards[halfSays.Url].ShouldContain("Nobody has told us when it is. Ask them first.");
        cards[silent.Url].ShouldContain("Nobody has told us the ages, what it costs or when it is. Ask them first.", Case.Sensitive);
        (await app.GetAsync("/search?q=flonkhall")).Body.ShouldNotContain("Nobody has told us", Case.Sensitive, "nothing was asked");
    }

    [Fact]
    [Proves("listings")]
    public async Task Find_PageOfOurs_StandsAmongServicesForItsWordsAndNotInTheWholeList()
    {
        var guide = await app.AddAsync("Flumadiddle guide", more: entry => entry.Facets = Facets.Page);
        var service = await app.AddAsync("Flumadiddle service");

        var byWords = await app.FindAsync("flumadiddle");
        var guides = await app.FindAllAsync("", SearchChoices.None.With(ChoiceGroups.Kind, "guides"));
        var everything = await app.FindAllAsync("");

        byWords.Cards.Select(card => card.Url).ShouldBe([guide.Url, service.Url], ignoreOrder: true);
        guides.ShouldContain(guide.Url["/services/".Length..]);
        guides.ShouldNotContain(service.Url["/services/".Length..]);
        everything.ShouldNotContain(guide.Url["/services/".Length..]);
        everything.ShouldContain(service.Url["/services/".Length..]);
    }

    /// <summary>Cards are remembered by the version of their row: nothing has to tell a host that one was changed.</summary>
    [Fact]
    [Proves("listings")]
    public async Task Find_CardThatWasShownAndThenChanged_ShowsTheChangeAtOnce()
    {
        var entry = await app.AddAsync("Grumbelhuis before", summary: "as it was");
        var before = await app.FindAsync("grumbelhuis");

        await app.ChangeAsync(entry, changed => changed.Summary = "as it is now");

        before.Cards.Single().Summary.ShouldBe("as it was");
        (await app.FindAsync("grumbelhuis")).Cards.Single().Summary.ShouldBe("as it is now");
    }

    /// <summary>Whatever the place: what needs no journey is never lost, and what was found without a place is found with one.</summary>
    [Fact]
    [Proves("listings")]
    public async Task Find_NearAnyKnownPlace_KeepsEverythingThatIsOnlineOrForAWholeArea()
    {
        var random = new Random(20_261_125);
        for (var made = 0; made < 20; made++)
        {
            await app.AddAsync($"Property {made} zorgle", more: entry =>
            {
                entry.Facets |= random.Next(2) == 0 ? Facets.Everywhere : 0;
                entry.Places = [.. Enumerable.Range(0, random.Next(3)).Select(_ => MapPoint.From(50 + (random.NextDouble() * 4), -3 + (random.NextDouble() * 5)))];
            });
        }

        var places = SearchApp.Judgements("places.csv").Select(row => row["name"]).ToList();
        var postcodes = SearchApp.Judgements("postcodes.csv").Select(row => row["postcode"].Split(' ')[0]).Distinct().ToList();
        foreach (var words in new[] { "", "zorgle", "autism", "zorgle autism" })
        {
            var anywhere = (await app.FindAllAsync(words)).Order().ToList();
            foreach (var near in places.Concat(postcodes).OrderBy(_ => random.Next()).Take(LongAttribute.Size(6, 60)))
            {
                foreach (var sort in new SortBy?[] { null, SortBy.Nearest, SortBy.Soonest })
                {
                    (await app.FindAllAsync(words, near: near, sort: sort)).Order().ToList().ShouldBe(anywhere, $"“{words}” near {near}, {sort}");
                }
            }
        }
    }
}
