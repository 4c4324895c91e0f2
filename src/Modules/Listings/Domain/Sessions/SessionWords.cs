using System.Globalization;

namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>Sessions as families read them: "5.30pm to 7pm", "Last Friday of each month".</summary>
internal static class SessionWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<short, string> Weeks = new()
    {
        [1] = "First",
        [2] = "Second",
        [3] = "Third",
        [4] = "Fourth",
        [5] = "Fifth",
        [-1] = "Last",
    };

    /// <summary>"Tuesday, 4pm to 4.45pm, in term time".</summary>
    public static string Of(SessionRule rule)
    {
        var day = rule.Day.ToString();
        List<string> parts =
        [
            rule.Rhythm switch
            {
                Rhythm.Fortnightly => $"Every second {day}",
                Rhythm.Monthly when rule.WeekOfMonth is { } week => $"{Weeks[week]} {day} of each month",
                _ => day,
            },
            Times(rule.Starts, rule.Ends),
        ];
        switch (rule.Runs)
        {
            case RunsIn.Term:
                parts.Add("in term time");
                break;
            case RunsIn.Holidays:
                parts.Add("in school holidays");
                break;
            case RunsIn.Both:
                parts.Add("in term time and school holidays");
                break;
        }

        if (rule.ValidFrom is { } from && rule.Rhythm != Rhythm.Fortnightly)
        {
            parts.Add($"from {from.ToString("d MMMM yyyy", English)}");
        }

        if (rule.ValidUntil is { } until)
        {
            parts.Add($"until {until.ToString("d MMMM yyyy", English)}");
        }

        return string.Join(", ", parts) + (rule.Note is null ? "" : $". {rule.Note}");
    }

    /// <summary>"4pm to 4.45pm", or "from 9am" when the end is not known.</summary>
    public static string Times(TimeOnly starts, TimeOnly? ends) => ends is { } end ? $"{Time(starts)} to {Time(end)}" : $"from {Time(starts)}";

    /// <summary>"Friday 27 November, 5.30pm to 7pm".</summary>
    public static string Of(Happening happening) =>
        happening.Date.ToString("dddd d MMMM", English)
        + (happening.Starts is { } starts ? $", {Times(starts, happening.Ends)}" : "")
        + (happening.Note is null ? "" : $". {happening.Note}");

    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (12, 0) => "12 noon",
        (0, 0) => "midnight",
        var (hour, minute) => $"{(((hour + 11) % 12) + 1).ToString(English)}{(minute == 0 ? "" : $".{minute:00}")}{(hour < 12 ? "am" : "pm")}",
    };

    public static string WeekOf(short week) => Weeks[week];
}
