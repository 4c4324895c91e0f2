using System.Globalization;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <summary>Numbers as the reader may see them: those who work with the records see them as they are, everybody else without the small ones.</summary>
internal sealed class ShownNumbers(bool isExact, SmallNumbers? guard = null)
{
    private const string TooFew = "too few to show";

    /// <summary>What families say, which nobody sees of fewer than ten, those who work with them neither.</summary>
    public static readonly ShownNumbers OfAnswers = new(isExact: false, SmallNumbers.AreaByNeed);

    private readonly SmallNumbers guard = guard ?? SmallNumbers.Usual;

    public bool IsExact => isExact;

    public IReadOnlyList<ChartPoint> Counts(IReadOnlyList<Band> bands)
    {
        if (isExact)
        {
            return [.. bands.Select(band => new ChartPoint(band.Name, band.Count))];
        }

        var row = guard.Table([[.. bands.Select(band => band.Count)]]).Cells[0];
        return [.. bands.Zip(row, (band, shown) => new ChartPoint(band.Name, shown.Value, shown.Words))];
    }

    public string Count(int count) => isExact ? count.ToString("N0", CultureInfo.InvariantCulture) : guard.Count(count).Words;

    public ChartPoint Percent(string label, Share share) => share switch
    {
        { Whole: 0 } => new(label, null, "none was due"),
        _ when isExact => new(label, share.Percent, string.Create(CultureInfo.InvariantCulture, $"{share.Percent:0.#}% ({share.Part} of {share.Whole})")),
        _ when guard.Percent(share.Part, share.Whole) is { } percent => new(label, percent, string.Create(CultureInfo.InvariantCulture, $"{percent}%")),
        _ => new(label, null, TooFew),
    };

    public string Words(Share share) => Percent("", share).InWords;
}
