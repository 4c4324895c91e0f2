using Medway.LocalOffer.Listings.Domain;
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
    /// <param name="places">Its places, in the order they are shown.</param>
    public static SearchEntry From(Service service, string organisation, IReadOnlyList<Place> places)
    {
        string[] needs = [.. service.Needs.Select(need => need.Need)];
        var who = CardWords.Who(service.AgeFrom, service.AgeTo, needs, service.ShortBreakLevel);
        var cost = CardWords.Cost([.. service.Costs.OrderBy(option => option.Position)
            .Select(option => new CostWords(option.Kind, option.Label, option.Amount, option.Unit, option.Note))]);
        var points = places.Where(place => place.Latitude is not null)
            .Select(place => MapPoint.From(place.Latitude!.Value, place.Longitude!.Value))
            .ToArray();

        var entry = new SearchEntry
        {
            Id = service.Id,
            Source = Source,
            Url = "/services/" + service.Slug,
            Title = service.Name,
            Summary = service.Summary,
            Facets = FacetsOf(service, needs),
            AgeFrom = service.AgeFrom,
            AgeTo = service.AgeTo,
            Places = points,
            Boost = BoostOf(service, points),
            Who = who,
            Where = CardWords.Where([.. places.Select(Words)], service.IsOnline, service.Area),
            When = service.Times,
            Cost = cost,
            HowToStart = CardWords.HowToStart(service.JoinRoute, service.Phone, service.Email, service.Website),
            Phone = service.Phone,
            Sureness = service.Sureness,
            CheckedOn = service.LastCheckedOn,
        };
        return entry.FoundBy(
            service.Name,
            string.Join(". ", Labels(service, needs)),
            string.Join(". ", [organisation, .. places.SelectMany(place => new[] { place.Name, place.Town }), CardWords.Area(service.Area), service.IsOnline ? "Online" : ""]),
            string.Join(". ", [who, .. places.SelectMany(place => new[] { place.Address, place.Postcode }), cost, service.Times, .. AccessTexts(service)]));
    }

    public static PlaceWords Words(Place place) => new(place.Name, place.Address, place.Town, place.Postcode);

    private static long FacetsOf(Service service, string[] needs) =>
        Facets.MaskOf(Facets.Kinds, [service.Kind])
        | Facets.MaskOf(Facets.Needs, needs)
        | (needs.Contains(Vocabulary.AnyNeed) ? Facets.AnyNeed : 0)
        | Facets.MaskOf(Facets.Costs, service.Costs.Select(option => option.Kind))
        | (service.IsOnline || service.Area != CoverageArea.None ? Facets.Everywhere : 0);

    /// <summary>Among equals: what is here before what is far, and what somebody has confirmed before what nobody has.</summary>
    private static short BoostOf(Service service, NpgsqlPoint[] points)
    {
        var near = service.Area switch
        {
            CoverageArea.Medway => 4,
            CoverageArea.KentAndMedway => 3,
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

    private static IEnumerable<string> AccessTexts(Service service) =>
        service.AccessFacts.Where(fact => fact.Answer == AccessAnswer.Yes).Select(fact => AccessWords.Of(fact.Key));
}
