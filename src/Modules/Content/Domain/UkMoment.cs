using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Domain;

/// <summary>A date and a time as somebody in Medway types them.</summary>
internal static class UkMoment
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant that a clock in London shows so.</summary>
    /// <returns>What to do about it when no clock ever shows it, or one shows it twice: nobody can tell which was meant.</returns>
    public static (DateTimeOffset? Instant, string? Problem) Read(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        if (London.IsInvalidTime(wall))
        {
            return (null, $"The clocks go forward on {date.Long()}: there is no {time:HH:mm} that night. Choose a time before 01:00 or from 02:00");
        }

        if (London.IsAmbiguousTime(wall))
        {
            return (null, $"The clocks go back on {date.Long()}: {time:HH:mm} comes twice that night. Choose a time before 01:00 or from 02:00");
        }

        return (new DateTimeOffset(wall, London.GetUtcOffset(wall)).ToUniversalTime(), null);
    }

    /// <summary>A day and a time to come, as two fields called On and At.</summary>
    /// <param name="on">Null when what was typed is no date.</param>
    /// <param name="at">As it was typed.</param>
    /// <param name="now">It has to come after this.</param>
    /// <returns>The instant, or which field is wrong and what to do about it.</returns>
    public static (DateTimeOffset Instant, FieldError? Problem) ToCome(DateOnly? on, string at, DateTimeOffset now)
    {
        if (on is not { } date)
        {
            return (default, new("On", "Write a day, a month and a year, for example 3 12 2026"));
        }

        if (Time(at) is not { } time)
        {
            return (default, new("At", "Write a time like 09:30"));
        }

        var (instant, problem) = Read(date, time);
        return instant is not { } known ? (default, new("At", problem!))
            : known <= now ? (default, new("On", $"That time has passed: it is {now.Moment()} now. Choose a later one, or do it now"))
            : (known, null);
    }

    /// <summary>"9:30", "09.30" and "0930" are times; null when it is none.</summary>
    public static TimeOnly? Time(string? typed)
    {
        var digits = (typed ?? "").Trim().Replace('.', ':');
        if (digits.Length is 3 or 4 && digits.All(char.IsAsciiDigit))
        {
            digits = $"{digits[..^2]}:{digits[^2..]}";
        }

        return TimeOnly.TryParseExact(digits, ["H:mm", "HH:mm"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)
            ? time
            : null;
    }
}
