using System.Globalization;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Register.Features.Staff.SeePlanning;

/// <summary>Counts as the reader may see them: whoever keeps the register sees them as they are, everybody else as they would be published.</summary>
internal sealed class ShownCounts(bool isExact)
{
    public static readonly SmallNumbers Guard = SmallNumbers.Releases;

    public bool IsExact => isExact;

    public string Words(int count) => isExact ? count.ToString("N0", CultureInfo.InvariantCulture) : Guard.Count(count).Words;

    public ChartPoint Point(string label, int count)
    {
        if (isExact)
        {
            return new ChartPoint(label, count);
        }

        var shown = Guard.Count(count);
        return new ChartPoint(label, shown.Value, shown.Words);
    }
}
