using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Domain;

/// <summary>Each reason of the score is raised by the very fact that it names, by nothing else, and goes away when that is mended.</summary>
[Proves("listings")]
public sealed class QualityTests
{
    private static readonly Dictionary<string, (int Points, Action<Service> Unsay)> Facts = new()
    {
        ["Get it confirmed"] = (20, service => service.Sureness = Sureness.CheckDue),
        ["Find out the ages"] = (8, service => (service.AgeFrom, service.AgeTo) = (null, null)),
        ["Find out which needs"] = (8, service => service.Needs.Clear()),
        ["Find out what it costs"] = (10, service => service.Costs.Clear()),
        ["Write down days and times"] = (6, Timeless),
        ["Write its sessions as data"] = (8, service => service.Sessions.Clear()),
        ["Say where it is"] = (6, Nowhere),
        ["Find out the postcode"] = (4, service => service.Places[0].Place!.Postcode = null),
        ["Find out how to join"] = (8, service => service.JoinRoute = JoinRoute.Unknown),
        ["Find out a phone number"] = (6, service => service.Phone = null),
        ["Find out an e-mail address or a website"] = (4, service => (service.Email, service.Website) = (null, null)),
        ["Ask more about what it is like"] = (4, service => service.AccessFacts.RemoveAt(0)),
        ["Find out who decides"] = (2, service => service.UsualWait = null),
    };

    public static TheoryData<string> Reasons => [.. Facts.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Score_OneFactIsMissing_LosesItsPointsForThatReasonAlone(string reason)
    {
        var (points, unsay) = Facts[reason];
        var service = Whole();
        Quality.Score(ServiceQuality.Facts(service)).ShouldBe(100, "nothing is missing yet");

        unsay(service);

        Missing(service).ShouldHaveSingleItem().ShouldStartWith(reason);
        Quality.Score(ServiceQuality.Facts(service)).ShouldBe(100 - points);
    }

    [Fact]
    public void Score_NothingIsKnownAboutAccess_AsksAboutItFirst()
    {
        var service = Whole();
        service.AccessFacts.Clear();

        Missing(service).ShouldBe(["Ask about getting in and around", Missing(service)[1]]);
        Quality.Score(ServiceQuality.Facts(service)).ShouldBe(90);
    }

    [Fact]
    public void Score_WhatIsNoFact_CountsForNothing()
    {
        var service = Whole();
        service.AccessFacts.Clear();
        service.AccessFacts.AddRange(Enum.GetValues<AccessFactKey>().Select(key => Fact(service.Id, key, AccessAnswer.NotKnown)));
        service.Costs.Clear();
        service.Costs.Add(CostOption.From(service.Id, new CostWords(Vocabulary.UnknownCost, null, null, null, null), 0));

        Quality.Score(ServiceQuality.Facts(service)).ShouldBe(80);
    }

    [Fact]
    public void Score_EveryPointIsReachable()
    {
        Quality.Of(ServiceQuality.Facts(Whole())).Sum(point => point.Points).ShouldBe(100);
        Quality.Of(ServiceQuality.Facts(Whole())).Count.ShouldBe(Facts.Count + 1, "each reason stands in the table above, and the one about access has a test of its own");
    }

    private static List<string> Missing(Service service) => [.. Quality.Of(ServiceQuality.Facts(service)).Where(point => !point.IsMet).Select(point => point.Ask)];

    private static void Timeless(Service service)
    {
        service.Times = null;
        service.Sessions.Clear();
    }

    private static void Nowhere(Service service)
    {
        service.Places.Clear();
        service.Areas.Clear();
        service.IsOnline = false;
    }

    private static AccessFact Fact(Guid service, AccessFactKey key, AccessAnswer answer) => new()
    {
        Id = Guid.CreateVersion7(),
        ServiceId = service,
        Key = key,
        Answer = answer,
        Source = FactSource.Staff,
    };

    /// <summary>A short break of which everything is known.</summary>
    private static Service Whole()
    {
        var id = Guid.CreateVersion7();
        var place = new Place { Id = Guid.CreateVersion7(), Town = "Chatham", Postcode = "ME4 4TR" };
        var service = new Service
        {
            Id = id,
            Slug = "whole",
            OrganisationId = Guid.CreateVersion7(),
            Name = "Whole",
            Summary = "All is known.",
            Kind = "short_break",
            ShortBreakLevel = ShortBreakLevel.Targeted,
            AgeFrom = 5,
            Times = "Tuesdays",
            JoinRoute = JoinRoute.Book,
            Phone = "01632 960001",
            Website = "https://example.org",
            WhoDecides = "A panel",
            UsualWait = "6 weeks",
            IfRefused = "Ask again",
            Sureness = Sureness.Checked,
        };
        service.Needs.Add(new ServiceNeed { ServiceId = id, Need = "autism" });
        service.Costs.Add(CostOption.From(id, new CostWords("free", null, null, null, null), 0));
        service.Sessions.Add(Session.From(id, new SessionRule(DayOfWeek.Tuesday, new TimeOnly(16, 0), null), 0));
        service.Places.Add(new ServicePlace { ServiceId = id, PlaceId = place.Id, Place = place });
        service.AccessFacts.AddRange(Enum.GetValues<AccessFactKey>().Take(6).Select(key => Fact(id, key, AccessAnswer.Yes)));
        return service;
    }
}
