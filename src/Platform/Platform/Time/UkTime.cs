using System.Globalization;

namespace Medway.LocalOffer.Platform.Time;

/// <summary>Legal and calendar dates are dates in London; instants are UTC (blueprint §12.3).</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    internal static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The date that a person in London reads on the wall at this instant.</summary>
    public static DateOnly DateIn(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>What a clock in London shows at this instant.</summary>
    public static TimeOnly TimeIn(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>The instant at which this date begins in London, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The instant at which a clock in London shows this, in UTC. Of an hour that comes twice, the second.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        return new DateTimeOffset(wall, London.GetUtcOffset(wall)).ToUniversalTime();
    }

    public static DateOnly Today(this TimeProvider clock) => DateIn(clock.GetUtcNow());

    /// <summary>"3 November 2026".</summary>
    public static string Long(this DateOnly date) => date.ToString("d MMMM yyyy", English);

    /// <summary>"November 2026".</summary>
    public static string Month(this DateOnly date) => date.ToString("MMMM yyyy", English);

    /// <summary>"3 Nov 2026", for tables.</summary>
    public static string Short(this DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary>"3 Nov 2026, 17:30" in London, for staff.</summary>
    public static string Moment(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London).ToString("d MMM yyyy, HH:mm", English);

    /// <summary>"Friday 20 November 2026".</summary>
    public static string WithDay(this DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>"Friday 20 November", where the year goes without saying.</summary>
    public static string DayAndMonth(this DateOnly date) => date.ToString("dddd d MMMM", English);

    /// <summary>Time left until the date in London changes; never zero.</summary>
    public static TimeSpan UntilMidnight(DateTimeOffset instant)
    {
        var midnight = DateIn(instant).AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)) - instant;
    }
}
