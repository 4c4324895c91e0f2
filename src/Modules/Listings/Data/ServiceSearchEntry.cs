using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Search;
using NpgsqlTypes;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>What a family finds a service by, and the lines of its card. Written in the same save as the service.</summary>
internal static class ServiceSearchEntry
{
    public const string Source = "service";

    /// <summary>Nearer than this a place counts as local: about as far as Medway reaches from its middle.</summary>
    private const double LocalMiles = 9;

    private static readonly NpgsqlPoint Middle = new(0, 0);

    /// <param name="service">With its needs, costs and access facts.</param>
    /// <param name="organisation">Name of who runs it.</param>
    /// <param name="places">Its places, in the order they are shown, with what is known about access there.</param>
    /// <param name="areas">Those that it covers.</param>
    /// <param name="nextDates">On which it is next, soonest first.</param>
    public static SearchEntry From(
        Service service, string organisation, IReadOnlyList<Place> places, IReadOnlyList<Area> areas, IReadOnlyList<DateOnly> nextDates)
    {
        AreaName[] covered = [.. areas.Select(area => new AreaName(area.Code, area.Name, area.Kind))];
        SessionRule[] rules = [.. service.Sessions.OrderBy(session => session.Position).Select(session => session.ToRule())];
        var when = service.Times ?? (rules.Length == 0 ? null : string.Join("; ", rules.Take(4).Select(SessionWords.Of)));
        string[] needs = [.. service.Needs.Select(need => need.Need)];
        var who = CardWords.Who(service.AgeFrom, service.AgeTo, needs, service.ShortBreakLevel, service.DiagnosisNeeded);
        var cost = CardWords.Cost([.. service.Costs.OrderBy(option => option.Position)
            .Select(option => new CostWords(option.Kind, option.Label, option.AmountPence, option.Unit, option.Note))]);

        // A part of Medway that it covers counts as being there; all of Medway needs no journey and has no point.
        var points = places.Select(place => (place.Latitude, place.Longitude))
            .Concat(areas.Where(area => area.Kind == AreaKind.Town).Select(area => (area.Latitude, area.Longitude)))
            .Where(position => position.Latitude is not null)
            .Select(position => MapPoint.From(position.Latitude!.Value, position.Longitude!.Value))
            .ToArray();

        var entry = new SearchEntry
        {
            Id = service.Id,
            Source = Source,
            Url = "/services/" + service.Slug,
            Title = service.Name,
            Summary = service.Summary,
            Facets = FacetsOf(service, needs, places, covered, rules),
            AgeFrom = service.AgeFrom,
            AgeTo = service.AgeTo,
            Places = points,
            Boost = BoostOf(service, covered, points),
            Who = who,
            Where = CardWords.Where([.. places.Select(Words)], service.IsOnline, covered),
            When = when,
            NextDates = [.. nextDates],
            Cost = cost,
            HowToStart = CardWords.HowToStart(service.JoinRoute, service.Phone, service.Email, service.Website),
            Phone = service.Phone,
            Sureness = service.Sureness,
            CheckedOn = service.LastCheckedOn,
        };
        return entry.FoundBy(
            service.Name,
            string.Join(". ", Labels(service, needs)),
            string.Join(". ", [organisation, .. places.SelectMany(place => new[] { place.Name, place.Town }), AreaWords.Of(covered), service.IsOnline ? "Online" : ""]),
            string.Join(". ", [who, .. places.SelectMany(place => new[] { place.Address, place.Postcode }), cost, when, service.Eligibility, LanguageWords.Of(service.Languages.Select(language => language.Code)), .. AccessTexts(service, places)]));
    }

    public static PlaceWords Words(Place place) => new(place.Name, place.Address, place.Town, place.Postcode);

    private static long FacetsOf(Service service, string[] needs, IReadOnlyList<Place> places, AreaName[] areas, SessionRule[] rules) =>
        Facets.MaskOf(Facets.Kinds, [service.Kind])
        | Facets.MaskOf(Facets.Needs, needs)
        | (needs.Contains(Vocabulary.AnyNeed) ? Facets.AnyNeed : 0)
        | Facets.MaskOf(Facets.Costs, service.Costs.Select(option => option.Kind))
        | SessionFacets.Of(rules)
        | Facets.MaskOf(Facets.Joins, [JoinValue(service.JoinRoute)])
        | Facets.MaskOf(Facets.Wheres, Wheres(service, places))
        | AccessFacets.Of(
            [.. service.AccessFacts.Concat(places.SelectMany(place => place.AccessFacts)).Select(fact => (fact.Key, fact.Answer))])
        | (service.Languages.Any(language => language.Code != "en") ? Facets.AllLanguages : 0)
        | (service.DiagnosisNeeded == false ? Facets.NoDiagnosis : 0)
        | (service.IsOnline || service.ComesToYou == true || AreaWords.CoversMedway(areas) ? Facets.Everywhere : 0);

    private static string JoinValue(JoinRoute route) => route switch
    {
        JoinRoute.TurnUp => "turn_up",
        JoinRoute.Book => "book",
        JoinRoute.Self => "self",
        JoinRoute.Professional => "professional",
        JoinRoute.Assessment => "assessment",
        _ => "",
    };

    private static IEnumerable<string> Wheres(Service service, IReadOnlyList<Place> places) =>
        new[] { places.Count > 0 ? "place" : null, service.IsOnline ? "online" : null, service.ComesToYou == true ? "comes_to_you" : null }.OfType<string>();

    /// <summary>Among equals: what is here before what is far, and what somebody has confirmed before what nobody has.</summary>
    private static short BoostOf(Service service, AreaName[] areas, NpgsqlPoint[] points)
    {
        var near = areas switch
        {
            _ when areas.Any(area => area.Kind is AreaKind.Authority or AreaKind.Town) => 4,
            _ when areas.Any(area => area.Code == "kent-and-medway") => 3,
            _ when points.Any(point => MapPoint.Miles(Middle, point) <= LocalMiles) => 4,
            _ when points.Length > 0 => 2,
            _ => 1,
        };
        var sure = service.Sureness switch
        {
            Sureness.Checked => 4,
            Sureness.CheckDue => 3,
            Sureness.FromPublicPage => 2,
            _ => 0,
        };
        return (short)(near + sure);
    }

    private static IEnumerable<string> Labels(Service service, string[] needs)
    {
        foreach (var kind in Facets.Kinds.Where(facet => facet.Value == service.Kind))
        {
            yield return kind.Words;
        }

        foreach (var help in Facets.KindsOfHelp.Where(facet => (facet.Mask & Facets.MaskOf(Facets.Kinds, [service.Kind])) != 0))
        {
            yield return help.Words;
        }

        // Families type the code's own words too: "semh", "complex health".
        foreach (var need in Facets.Needs.Where(facet => needs.Contains(facet.Value)))
        {
            yield return $"{need.Words} {need.Value.Replace('_', ' ')}";
        }
    }

    private static IEnumerable<string> AccessTexts(Service service, IReadOnlyList<Place> places) =>
        service.AccessFacts.Concat(places.SelectMany(place => place.AccessFacts)).Where(fact => fact.Answer == AccessAnswer.Yes).Select(fact => AccessWords.Of(fact.Key));
}
