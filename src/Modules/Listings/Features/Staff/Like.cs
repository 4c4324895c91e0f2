namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>A pattern for LIKE from what somebody typed: none of its signs means anything.</summary>
internal static class Like
{
    public static string Containing(string words) =>
        $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
