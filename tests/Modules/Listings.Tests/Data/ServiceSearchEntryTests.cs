using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Tests.Data;

public sealed class ServiceSearchEntryTests
{
    [Fact]
    public void From_NamedNeedsAndCost_SetsTheirBits()
    {
        var service = Club();
        service.Needs.Add(new ServiceNeed { ServiceId = service.Id, Need = "autism" });
        service.Costs.Add(new CostOption { Id = Guid.CreateVersion7(), ServiceId = service.Id, Kind = "free" });

        var entry = ServiceSearchEntry.From(service, "Example Trust", []);

        entry.Facets.ShouldBe(
            Facets.MaskOf(Facets.Kinds, ["activity"]) | Facets.MaskOf(Facets.Needs, ["autism"]) | Facets.MaskOf(Facets.Costs, ["free"]));
    }

    [Fact]
    public void From_AnyNeed_FitsEveryNeed()
    {
        var service = Club();
        service.Needs.Add(new ServiceNeed { ServiceId = service.Id, Need = "any" });

        (ServiceSearchEntry.From(service, "Example Trust", []).Facets & Facets.AllNeeds).ShouldBe(Facets.AnyNeed);
    }

    [Fact]
    public void From_UnknownCost_SetsNoBitAndNoWords()
    {
        var service = Club();
        service.Costs.Add(new CostOption { Id = Guid.CreateVersion7(), ServiceId = service.Id, Kind = "unknown" });

        var entry = ServiceSearchEntry.From(service, "Example Trust", []);

        (entry.Facets & Facets.AllCosts).ShouldBe(0);
        entry.Cost.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, "None", true)]
    [InlineData(false, "Medway", true)]
    [InlineData(false, "None", false)]
    public void From_OnlineOrAreaWide_IsEverywhere(bool isOnline, string area, bool everywhere)
    {
        var service = Club();
        service.IsOnline = isOnline;
        service.Area = Enum.Parse<CoverageArea>(area);

        ((ServiceSearchEntry.From(service, "Example Trust", []).Facets & Facets.Everywhere) != 0).ShouldBe(everywhere);
    }

    [Fact]
    public void From_Places_AreOnTheMapAndFoundByTheirWords()
    {
        var place = new Place { Id = Guid.CreateVersion7(), Name = "Black Lion", Town = "Gillingham", Postcode = "ME7 1HF", Latitude = 51.39, Longitude = 0.54 };

        var entry = ServiceSearchEntry.From(Club(), "Example Trust", [place]);

        entry.Places.ShouldBe([MapPoint.From(51.39, 0.54)]);
        entry.WordsAbout.ShouldStartWith("example trust black lion gillingham");
        entry.WordsBody.ShouldContain("me7 1hf");
        entry.Url.ShouldBe("/services/tide");
    }

    [Fact]
    public void From_WhatIsHere_StandsBeforeWhatIsFarAmongEquals()
    {
        var near = new Place { Id = Guid.CreateVersion7(), Latitude = 51.39, Longitude = 0.54 };
        var far = new Place { Id = Guid.CreateVersion7(), Latitude = 51.27, Longitude = 0.19 };

        ServiceSearchEntry.From(Club(), "x", [near]).Boost.ShouldBeGreaterThan(ServiceSearchEntry.From(Club(), "x", [far]).Boost);
    }

    private static Service Club() => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = "tide",
        OrganisationId = Guid.CreateVersion7(),
        Name = "Tide club",
        Summary = "A club by the river.",
        Kind = "activity",
        Sureness = Sureness.NotChecked,
    };
}
