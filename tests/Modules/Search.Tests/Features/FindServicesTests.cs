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
        var found = await app.FindAsync(words);

        found.Cards.Select(SearchApp.Slug).ShouldContain(slug);
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

        var miles = found.Cards.Select(card => card.Miles ?? SearchSql.MilesOfEverywhere).ToList();
        found.Cards.Count.ShouldBeGreaterThan(3);
        found.Cards[0].Miles!.Value.ShouldBeLessThan(3);
        miles.Take(3).ShouldBeInOrder();
    }

    [Fact]
    public async Task Find_WithAge_PutsUnknownAgesLastAndHidesNothingThatMayFit()
    {
        var all = await app.FindAsync("");
        var eight = await app.FindAsync("", SearchChoices.None with { Age = 8 });

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
        var facets = group == "need" ? Facets.Needs : Facets.Costs;
        var facet = facets.Single(facet => facet.Value == value);
        var choices = group == "need" ? SearchChoices.None with { Need = facet.Mask } : SearchChoices.None with { Cost = facet.Mask };

        var chosen = await app.FindAsync("", choices);

        (chosen.Counts.Total - chosen.Counts.OnlyMayFit).ShouldBe(all.Counts.Of(facet));
    }

    [Fact]
    public async Task Find_ChoicesThatNothingFits_SaysWhichToTakeOff()
    {
        var choices = new SearchChoices(Facets.MaskOf(Facets.Kinds, ["transport"]), 0, Facets.MaskOf(Facets.Costs, ["paid"]), null);

        var found = await app.FindAsync("swimming", choices);

        found.Counts.Total.ShouldBe(0);
        found.Loosened.ShouldNotBeEmpty();
        found.Loosened.ShouldAllBe(way => way.Total > 0);
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
