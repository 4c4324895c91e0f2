using System.Globalization;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>A date as somebody typed it into three boxes; a page model binds it and asks <see cref="Read"/>.</summary>
public sealed class TypedDate
{
    private const int EarliestYear = 1900;

    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    public static TypedDate Of(DateOnly? date) => date is not { } known ? new() : new()
    {
        Day = known.Day.ToString(CultureInfo.InvariantCulture),
        Month = known.Month.ToString(CultureInfo.InvariantCulture),
        Year = known.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <returns>Null when it is no date, or one before 1900; a year has four digits.</returns>
    public DateOnly? Read() =>
        int.TryParse(Day?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && int.TryParse(Month?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && Year?.Trim() is { Length: 4 } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year >= EarliestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
