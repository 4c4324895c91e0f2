using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>What a service of a feed costs.</summary>
internal static class FeedCosts
{
    private const double MostPounds = 100_000;

    public static IReadOnlyList<CostWords> Read(FeedValues values)
    {
        var costs = values.List("cost_options").Select(Option).OfType<CostWords>().Take(Limits.Rows).ToList();
        if (costs.Count > 0 || (values.Text("fees_description", Limits.Note) ?? values.Text("fees", Limits.Note)) is not { } fees)
        {
            return costs;
        }

        return [fees.TrimEnd('.').Equals("free", StringComparison.OrdinalIgnoreCase) ? new CostWords("free", null, null, null, null) : new CostWords(Vocabulary.UnknownCost, null, null, null, fees)];
    }

    private static CostWords? Option(FeedValues option)
    {
        var amount = option.Number("amount");
        if (amount is < 0 or >= MostPounds)
        {
            option.Note("amount", "This is not a price in pounds. It was left out.");
            amount = null;
        }

        var pence = amount is { } pounds ? (int?)Math.Round(pounds * 100) : null;
        var own = option.Own;
        if (own.Raw("kind") is { } kind && Vocabulary.Costs.Contains(kind))
        {
            return new CostWords(kind, own.Text("label", Limits.Name), pence, own.Text("unit", Limits.Name), own.Text("note", Limits.Note));
        }

        var label = option.Text("option", Limits.Name);
        var note = option.Text("amount_description", Limits.Note);
        return (pence, label, note) switch
        {
            (null, null, null) => null,
            (0, _, _) => new CostWords("free", label, null, null, note),
            ( > 0, _, _) => new CostWords("paid", label, pence, null, note),
            _ => new CostWords(Vocabulary.UnknownCost, label, null, null, note),
        };
    }
}
