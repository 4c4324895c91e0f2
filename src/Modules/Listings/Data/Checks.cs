namespace Medway.LocalOffer.Listings.Data;

/// <summary>Texts of check constraints made from the words that the code uses, so the two cannot drift.</summary>
internal static class Checks
{
    public static string OneOf(string column, IEnumerable<string> values) => $"{column} in ({string.Join(", ", values.Select(value => $"'{value}'"))})";
}
