using System.Globalization;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>The bank holidays that come with the product.</summary>
internal static class Holidays
{
    public static readonly IReadOnlyList<BankHoliday> All =
    [
        .. File.ReadLines(Repository.At("seeds/reference/calendar/bank-holidays.csv")).Skip(1).Select(line => line.Split(',', 2))
            .Select(cells => new BankHoliday(Day(cells[0]), cells[1])),
    ];

    public static readonly WorkingDays WorkingDays = new(All);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
