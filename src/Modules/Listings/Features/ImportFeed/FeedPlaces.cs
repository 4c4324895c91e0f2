using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Features.ImportServices;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Where a service of a feed is.</summary>
internal static class FeedPlaces
{
    private static readonly Dictionary<string, AccessFactKey> FactWords = Enum.GetValues<AccessFactKey>().ToDictionary(AccessWords.Of, StringComparer.OrdinalIgnoreCase);

    public static (IReadOnlyList<PlaceDraft> Places, bool IsOnline) Read(FeedValues service, FeedContext feed)
    {
        List<PlaceDraft> places = [];
        var isOnline = service.Raw("attending_type") is "online" or "virtual" || service.Raw("deliverable_type") is "online";
        foreach (var location in service.List("service_at_locations").Select(at => at.Object("location")).Where(location => location.Is))
        {
            if (location.Raw("location_type") is "virtual")
            {
                isOnline = true;
            }
            else if (location.Raw("location_type") is not "postal" && Location(location, feed) is { } place && !places.Exists(known => known.Id == place.Id))
            {
                places.Add(place);
            }
        }

        return (places, isOnline);
    }

    /// <summary>Facts about access of a file that we wrote.</summary>
    public static List<FactSaid> Facts(FeedValues own)
    {
        List<FactSaid> facts = [];
        foreach (var fact in own.List("facts"))
        {
            if (fact.Raw("key") is { } key && Vocabulary.AccessFacts.TryGetValue(key, out var known) && !facts.Exists(said => said.Key == known))
            {
                facts.Add(new FactSaid(known, fact.YesNo("answer") switch { true => AccessAnswer.Yes, false => AccessAnswer.No, _ => AccessAnswer.NotKnown }, fact.Text("note", Limits.Name)));
            }
        }

        return facts;
    }

    private static PlaceDraft? Location(FeedValues location, FeedContext feed)
    {
        var own = location.Own;
        var address = location.List("addresses").Concat(location.List("physical_addresses")).FirstOrDefault();
        var (latitude, longitude) = Position(own.Is ? own : location);
        var place = own.Is
            ? new PlaceDraft(Guid.Empty, own.Text("name", Limits.Name), own.Text("address", Limits.Street), own.Text("town", Limits.Town), Postcode(own, "postcode"), latitude, longitude)
            : new PlaceDraft(Guid.Empty, location.Text("name", Limits.Name), Street(address), address?.Text("city", Limits.Town), address is null ? null : Postcode(address, "postal_code"), latitude, longitude);
        if (place is { Name: null, Address: null, Town: null, Postcode: null, Latitude: null })
        {
            return null;
        }

        var id = location.Raw("id") is { Length: <= Limits.Name } said ? said : null;
        return place with
        {
            Id = Guid.TryParseExact(id, "D", out var given) ? given
                : id is not null ? NaturalKey.Place(feed.Source, id)
                : NaturalKey.Place(place.Name ?? "", place.Address ?? "", place.Town ?? "", place.Postcode ?? "", Words(latitude), Words(longitude)),
            ExternalId = id,
            Facts = own.Is ? Facts(own) : Accessibility(location),
            Digest = id is null ? "" : location.Digest(),
        };
    }

    private static string? Street(FeedValues? address) =>
        address is null ? null : string.Join(", ", new[] { address.Text("address_1", Limits.Street / 2), address.Text("address_2", Limits.Street / 3) }.OfType<string>()) is { Length: > 0 } street ? street : null;

    private static string? Postcode(FeedValues values, string name)
    {
        if (values.Raw(name) is not { } text)
        {
            return null;
        }

        if (RowValues.Postcode(text) is { } postcode)
        {
            return postcode;
        }

        values.Note(name, "This is not a whole postcode. It was left out.");
        return null;
    }

    private static (double? Latitude, double? Longitude) Position(FeedValues values)
    {
        if (values.Number("latitude") is not { } latitude || values.Number("longitude") is not { } longitude || (latitude == 0 && longitude == 0))
        {
            return (null, null);
        }

        if (latitude is >= Limits.South and <= Limits.North && longitude is >= Limits.West and <= Limits.East)
        {
            return (latitude, longitude);
        }

        values.Note("latitude", "This position is not in the United Kingdom. It was left out.");
        return (null, null);
    }

    /// <summary>Our own words with yes or no after them; what others write freely says nothing that can be asked for.</summary>
    private static List<FactSaid> Accessibility(FeedValues location)
    {
        List<FactSaid> facts = [];
        foreach (var said in location.List("accessibility"))
        {
            var parts = (said.Raw("description") ?? "").Split(": ");
            if (parts is [var words, "yes" or "no"] && FactWords.TryGetValue(words, out var key) && !facts.Exists(fact => fact.Key == key))
            {
                facts.Add(new FactSaid(key, parts[1] == "yes" ? AccessAnswer.Yes : AccessAnswer.No, said.Text("details", Limits.Name)));
            }
        }

        return facts;
    }

    private static string Words(double? degrees) => degrees?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
