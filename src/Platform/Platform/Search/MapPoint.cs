using NpgsqlTypes;

namespace Medway.LocalOffer.Platform.Search;

/// <summary>
/// A position on a flat map in miles east and north of Chatham, so that a distance is one square root. Flattening costs less than 0.5 %
/// within 40 miles, which is finer than the postcode that the position came from.
/// </summary>
public static class MapPoint
{
    private const double OriginLatitude = 51.38;
    private const double OriginLongitude = 0.54;
    private const double MilesPerDegree = 69.055;
    private static readonly double MilesPerDegreeEast = MilesPerDegree * Math.Cos(OriginLatitude * Math.PI / 180);

    /// <param name="latitude">WGS84, degrees north.</param>
    /// <param name="longitude">WGS84, degrees east.</param>
    public static NpgsqlPoint From(double latitude, double longitude) =>
        new((longitude - OriginLongitude) * MilesPerDegreeEast, (latitude - OriginLatitude) * MilesPerDegree);

    /// <summary>Miles in a straight line.</summary>
    public static double Miles(NpgsqlPoint from, NpgsqlPoint to) =>
        Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + ((from.Y - to.Y) * (from.Y - to.Y)));
}
