using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
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

        var entry = ServiceSearchEntry.From(service, "Example Trust", [], [], []);

        entry.Facets.ShouldBe(
            Facets.MaskOf(Facets.Kinds, ["activity"]) | Facets.MaskOf(Facets.Needs, ["autism"]) | Facets.MaskOf(Facets.Costs, ["free"]));
    }

    [Fact]
    public void From_AnyNeed_FitsEveryNeed()
    {
        var service = Club();
        service.Needs.Add(new ServiceNeed { ServiceId = service.Id, Need = "any" });

        (ServiceSearchEntry.From(service, "Example Trust", [], [], []).Facets & Facets.AllNeeds).ShouldBe(Facets.AnyNeed);
    }

    [Fact]
    public void From_UnknownCost_SetsNoBitAndNoWords()
    {
        var service = Club();
        service.Costs.Add(new CostOption { Id = Guid.CreateVersion7(), ServiceId = service.Id, Kind = "unknown" });

        var entry = ServiceSearchEntry.From(service, "Example Trust", [], [], []);

        (entry.Facets & Facets.AllCosts).ShouldBe(0);
        entry.Cost.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, "Authority", true)]
    [InlineData(false, "Country", true)]
    [InlineData(false, "Town", false)]
    [InlineData(false, null, false)]
    public void From_OnlineOrAreaWide_IsEverywhere(bool isOnline, string? area, bool everywhere)
    {
        var service = Club();
        service.IsOnline = isOnline;
        Area[] areas = area is null ? [] : [new Area { Code = "x", Name = "X", Kind = Enum.Parse<AreaKind>(area) }];

        ((ServiceSearchEntry.From(service, "Example Trust", [], areas, []).Facets & Facets.Everywhere) != 0).ShouldBe(everywhere);
    }

    [Fact]
    public void From_Places_AreOnTheMapAndFoundByTheirWords()
    {
        var place = new Place { Id = Guid.CreateVersion7(), Name = "Black Lion", Town = "Gillingham", Postcode = "ME7 1HF", Latitude = 51.39, Longitude = 0.54 };

        var entry = ServiceSearchEntry.From(Club(), "Example Trust", [place], [], []);

        entry.Places.ShouldBe([MapPoint.From(51.39, 0.54)]);
        entry.WordsAbout.ShouldStartWith("example trust black lion gillingham");
        entry.WordsBody.ShouldContain("me7 1hf");
        entry.Url.ShouldBe("/services/tide");
    }

    [Fact]
    public void From_SessionsAndFacts_SetTheirBits()
    {
        var service = Club();
        service.JoinRoute = JoinRoute.Book;
        service.DiagnosisNeeded = false;
        service.Sessions.Add(Session.From(service.Id, new SessionRule(DayOfWeek.Friday, new TimeOnly(17, 30), null, Runs: RunsIn.Both), 0));
        service.Sessions.Add(Session.From(service.Id, new SessionRule(DayOfWeek.Sunday, new TimeOnly(9, 0), null), 1));
        service.Languages.Add(new ServiceLanguage { ServiceId = service.Id, Code = "pl" });
        service.AccessFacts.Add(Fact(AccessFactKey.SofterLight, AccessAnswer.Yes));
        service.AccessFacts.Add(Fact(AccessFactKey.StepFree, AccessAnswer.No));
        var place = new Place { Id = Guid.CreateVersion7(), Name = "Hall" };
        place.AccessFacts.Add(Fact(AccessFactKey.StepFree, AccessAnswer.Yes));
        place.AccessFacts.Add(Fact(AccessFactKey.ChangingPlaces, AccessAnswer.Yes));

        var entry = ServiceSearchEntry.From(service, "Example Trust", [place], [], [new DateOnly(2026, 11, 27)]);

        (entry.Facets & Facets.AllTimes).ShouldBe(Facets.MaskOf(Facets.Times, ["evening", "weekend", "holidays"]));
        (entry.Facets & Facets.AllJoins).ShouldBe(Facets.MaskOf(Facets.Joins, ["book"]));
        (entry.Facets & Facets.AllWheres).ShouldBe(Facets.MaskOf(Facets.Wheres, ["place"]));
        (entry.Facets & Facets.AllAccess).ShouldBe(Facets.MaskOf(Facets.Access, ["sensory", "changing_places"]), "what a service says of itself goes before its building");
        (entry.Facets & Facets.MaskOf(Facets.AccessNo, Facets.AccessNo.Select(facet => facet.Value))).ShouldBe(Facets.MaskOf(Facets.AccessNo, ["step_free"]));
        (entry.Facets & Facets.AllLanguages).ShouldBe(Facets.AllLanguages);
        (entry.Facets & Facets.NoDiagnosis).ShouldBe(Facets.NoDiagnosis);
        entry.NextDates.ShouldBe([new DateOnly(2026, 11, 27)]);
        entry.When.ShouldBe("Friday, from 5.30pm, in term time and school holidays; Sunday, from 9am");
    }

    [Fact]
    public void From_NothingTold_SetsNoBit()
    {
        var bits = Facets.AllTimes | Facets.AllJoins | Facets.AllAccess | Facets.AllLanguages | Facets.NoDiagnosis
            | Facets.MaskOf(Facets.AccessNo, Facets.AccessNo.Select(facet => facet.Value));

        (ServiceSearchEntry.From(Club(), "Example Trust", [], [], []).Facets & bits).ShouldBe(0);
    }

    [Fact]
    public void From_WhatIsHere_StandsBeforeWhatIsFarAmongEquals()
    {
        var near = new Place { Id = Guid.CreateVersion7(), Latitude = 51.39, Longitude = 0.54 };
        var far = new Place { Id = Guid.CreateVersion7(), Latitude = 51.27, Longitude = 0.19 };

        ServiceSearchEntry.From(Club(), "x", [near], [], []).Boost.ShouldBeGreaterThan(ServiceSearchEntry.From(Club(), "x", [far], [], []).Boost);
    }

    private static AccessFact Fact(AccessFactKey key, AccessAnswer answer) =>
        new() { Id = Guid.CreateVersion7(), Key = key, Answer = answer, Source = FactSource.Staff };

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
