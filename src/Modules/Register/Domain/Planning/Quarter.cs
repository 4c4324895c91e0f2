using System.Globalization;

namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>A quarter of a calendar year, by the days of London. There is one release in each.</summary>
/// <param name="Number">1 to 4.</param>
internal readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    private const int Months = 3;

    public DateOnly From => new(Year, ((Number - 1) * Months) + 1, 1);

    public DateOnly Until => From.AddMonths(Months).AddDays(-1);

    /// <summary>Stored, and part of an address: <c>2026-4</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    public string Words => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{From:MMMM} to {Until:MMMM yyyy}");

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}
