using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>Where a service is, as a row of a file says it: one place in columns of its own, any others in one cell.</summary>
internal static class PlaceColumns
{
    private const int Parts = 6;

    public static (IReadOnlyList<PlaceDraft> Places, bool IsOnline, string? Area) Read(RowValues values)
    {
        var name = values.Optional("venue_name", Limits.Name);
        var address = values.Optional("address", Limits.Street);
        var town = values.Optional("town", Limits.Town);
        var postcode = values.PostcodeOf("postcode");
        var latitude = values.Degrees("latitude", Limits.South, Limits.North);
        var longitude = values.Degrees("longitude", Limits.West, Limits.East);
        if (values.Text("latitude").Length == 0 != (values.Text("longitude").Length == 0))
        {
            values.Problem(latitude is null ? "latitude" : "longitude", "One half of the map position is missing. Write both, or leave both empty.");
        }

        var isOnline = string.Equals(town, Vocabulary.OnlineTown, StringComparison.OrdinalIgnoreCase);
        var area = town is not null && Vocabulary.CoverageWords.TryGetValue(town, out var covered) ? covered : null;
        if (isOnline || area is not null)
        {
            // The word says how far it reaches. There is a place to travel to only when something else says where.
            town = null;
        }

        List<PlaceDraft> places = [];
        if (name is not null || address is not null || town is not null || postcode is not null || latitude is not null)
        {
            var id = NaturalKey.Place(name ?? "", address ?? "", town ?? "", postcode ?? "", values.Text("latitude"), values.Text("longitude"));
            places.Add(new PlaceDraft(id, name, address, town, postcode, latitude, longitude));
        }

        places.AddRange(ListCell.Split(values.Text("more_places"), ';').Select(text => More(values, text)).OfType<PlaceDraft>());
        return (places, isOnline, area);
    }

    /// <summary>Whether the columns of their own read this place as it is: a town called Kent would be read as an area.</summary>
    public static bool Holds(Place place) =>
        place.Town is not { } town || (!Vocabulary.CoverageWords.ContainsKey(town) && !town.Equals(Vocabulary.OnlineTown, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>name|street|town|postcode|latitude|longitude</c>.</summary>
    public static string Write(Place place) => ListCell.Join('|', place.Name, place.Address, place.Town, place.Postcode, Degrees(place.Latitude), Degrees(place.Longitude));

    public static string Degrees(double? degrees) => degrees?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static PlaceDraft? More(RowValues values, string text)
    {
        var cells = ListCell.Split(text, '|');
        var cell = (int index) => index < cells.Count && cells[index].Length > 0 ? cells[index] : null;
        double? latitude = null, longitude = null;
        if (cells.Count > Parts || cells.All(part => part.Length == 0)
            || cell(0)?.Length > Limits.Name || cell(1)?.Length > Limits.Street || cell(2)?.Length > Limits.Town || (cell(3) is { } typed && RowValues.Postcode(typed) is null)
            || !TryDegrees(cell(4), Limits.South, Limits.North, out latitude) || !TryDegrees(cell(5), Limits.West, Limits.East, out longitude)
            || latitude is null != longitude is null)
        {
            values.Problem("more_places", "A place looks like 'Gun Wharf|Dock Road|Chatham|ME4 4TR|51.38|0.52'; leave a part empty when it is not known.");
            return null;
        }

        var postcode = cell(3) is { } written ? RowValues.Postcode(written) : null;
        return new PlaceDraft(
            NaturalKey.Place(cell(0) ?? "", cell(1) ?? "", cell(2) ?? "", postcode ?? "", cell(4) ?? "", cell(5) ?? ""), cell(0), cell(1), cell(2), postcode, latitude, longitude);
    }

    private static bool TryDegrees(string? text, double lowest, double highest, out double? degrees)
    {
        degrees = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : null;
        return text is null || degrees is not null;
    }
}
