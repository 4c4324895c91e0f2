using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

[Collection(SeededServices.Name)]
public sealed class FindServicesTests(SearchApp app)
{
    [Fact]
    [Proves("foundation")]
    public async Task Find_AutismFootball_HasGillinghamsDisabilityFootballAmongTheFirstThree()
    {
        var found = await app.FindAsync("autism football");

        found.Cards.Take(3).Select(SearchApp.Slug).ShouldContain("gills-open-disability-football");
    }

    [Theory]
    [Proves("foundation")]
    [InlineData("autsim", "national-autistic-society")]
    [InlineData("SALT", "mch-speech-language-therapy")]
    [InlineData("respite", "medway-targeted-specialist-short-breaks")]
    [InlineData("down's syndrome", "downs-syndrome-association")]
    [InlineData("won't go to school", "medway-sendiass")]
    public async Task Find_FamiliesOwnWords_FindsTheRightHelpOnTheFirstPage(string words, string slug)
    {
        var found = await app.FindAllAsync(words);

        // Guides of ours stand in the same list; these are about services.
        found.Where(card => !card.StartsWith('/')).Take(SearchReader.PageSize).ShouldContain(slug);
    }

    [Fact]
    public async Task Find_Misspelt_SaysWhatWasSearchedInstead()
    {
        var found = await app.FindAsync("autsim");

        found.Rung.ShouldBe(Rung.Respelt);
        found.Searched.ShouldBe("autism");
    }

    [Fact]
    [Proves("foundation")]
    public async Task Find_NearME7_KeepsOnlineAndMedwayWideServices()
    {
        var near = await app.FindAllAsync("", near: "ME7");
        var anywhere = await app.FindAllAsync("");

        near.Order().ShouldBe(anywhere.Order());
        near.ShouldContain("childline");
    }

    [Fact]
    public async Task Find_NearAPlace_PutsNearPlacesFirstAndHelpWithoutAPlaceAmongThem()
    {
        var found = await app.FindAsync("swimming", near: "ME7");

        var miles = found.Cards.Select(card => card.Miles ?? Matches.MilesOfEverywhere).ToList();
        found.Cards.Count.ShouldBeGreaterThan(3);
        found.Cards[0].Miles!.Value.ShouldBeLessThan(3);
        miles.Take(3).ShouldBeInOrder();
    }

    [Fact]
    public async Task Find_WithAge_PutsUnknownAgesLastAndHidesNothingThatMayFit()
    {
        var all = await app.FindAsync("");
        var eight = await app.FindAsync("", SearchChoices.None.WithAge(8));

        eight.Counts.OnlyMayFit.ShouldBeGreaterThan(0);
        eight.Counts.Total.ShouldBeLessThan(all.Counts.Total);
        eight.Cards.Select(card => card.OnlyMayFit).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("need", "hearing")]
    [InlineData("cost", "free")]
    public async Task Find_WithAChoice_CountsWhatThatChoiceGives(string group, string value)
    {
        var all = await app.FindAsync("");
        var of = ChoiceGroups.All.Single(known => known.Field == group);
        var facet = of.Offered.Single(facet => facet.Value == value);

        var chosen = await app.FindAsync("", SearchChoices.None.With(of, value));

        (chosen.Counts.Total - chosen.Counts.OnlyMayFit).ShouldBe(all.Counts.Of(of, facet));
    }

    [Fact]
    public async Task Find_ChoicesThatNothingFits_SaysWhichToTakeOff()
    {
        var choices = SearchChoices.None.With(ChoiceGroups.Kind, "transport").With(ChoiceGroups.Cost, "paid");

        var found = await app.FindAsync("swimming", choices);

        found.Counts.Total.ShouldBe(0);
        found.Loosened.ShouldNotBeEmpty();
        found.Loosened.ShouldAllBe(way => way.Total > 0);
        found.Closest.ShouldNotBeNull().Cards.ShouldNotBeEmpty();
        found.Closest.Without.ShouldBe(found.Loosened[0]);
    }

    [Fact]
    public async Task Find_AgeThatNothingFits_CountsEachWayWithTheOtherChoicesKept()
    {
        // Kooth is for young people; a one-year-old with a need that nobody there names finds nothing.
        var choices = SearchChoices.None.With(ChoiceGroups.Kind, "transport").WithAge(1);

        var found = await app.FindAsync("kooth", choices);

        found.Counts.Total.ShouldBe(0);
        foreach (var way in found.Loosened)
        {
            var without = way.Group is { } group ? choices.With(group, 0) : choices.WithAge(null);
            (await app.FindAsync("kooth", without)).Counts.Total.ShouldBe(way.Total);
        }
    }

    [Fact]
    public async Task Find_NothingNearAPlace_ShowsTheNearestFew()
    {
        var found = await app.FindAsync("xylophonist", near: "ME3");

        found.Counts.Total.ShouldBe(0);
        var closest = found.Closest.ShouldNotBeNull();
        closest.WithWords.ShouldBeFalse();
        closest.Cards.Count.ShouldBe(3);
        closest.Cards.Select(card => card.Miles ?? Matches.MilesOfEverywhere).ShouldBeInOrder();
    }

    [Fact]
    public async Task Find_WordsThatNobodyWrote_FindsNothingAndClaimsNothing()
    {
        var found = await app.FindAsync("xylophonist qwertyuiop");

        found.Rung.ShouldBe(Rung.Nothing);
        found.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_PageBeyondTheLast_IsEmptyButCounts()
    {
        var found = await app.FindAsync("", page: FindServices.LastPage);

        found.Cards.ShouldBeEmpty();
        found.Counts.Total.ShouldBeGreaterThan(100);
        found.Pages.ShouldBeLessThan(FindServices.LastPage);
    }
}
