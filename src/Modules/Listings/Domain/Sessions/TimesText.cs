using System.Globalization;
using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>
/// Reads sessions out of words such as "Last Friday of the month 5.30pm to 7pm", only where they can mean one thing: a day and a time, and
/// nothing else that could take a date away. Whatever it does not understand whole, it leaves as the words it is.
/// </summary>
internal static partial class TimesText
{
    private static readonly Dictionary<string, short> Weeks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["last"] = -1,
    };

    public static IReadOnlyList<SessionRule> Sessions(string? text)
    {
        List<SessionRule> rules = [];
        List<DayOfWeek> days = [];
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Whole().Match(part) is not { Success: true } match || TimeOf(match, "start") is not { } starts)
            {
                return [];
            }

            // "Tuesday 4pm to 4.45pm in term time; 2pm to 2.45pm in school holidays": the day goes for both.
            days = match.Groups["days"].Success ? DaysOf(match.Groups["days"].Value) : days;
            var week = match.Groups["week"] is { Success: true } named ? Weeks[named.Value] : (short?)null;
            var runs = match.Groups["runs"].Value.ToUpperInvariant() switch
            {
                "IN TERM TIME" => RunsIn.Term,
                "IN SCHOOL HOLIDAYS" => RunsIn.Holidays,
                _ => RunsIn.NotKnown,
            };
            rules.AddRange(days.Select(day => new SessionRule(
                day, starts, TimeOf(match, "end"), week is null ? Rhythm.Weekly : Rhythm.Monthly, week, runs)));
            if (days.Count == 0 || rules.Exists(rule => rule.Complaint() is not null))
            {
                return [];
            }
        }

        return rules;
    }

    private static List<DayOfWeek> DaysOf(string text)
    {
        var named = Day().Matches(text).Select(match => Enum.Parse<DayOfWeek>(match.Value, true)).ToList();
        return Span().IsMatch(text) && named is [var from, var to]
            ? [.. Enumerable.Range(0, 7).Select(i => (DayOfWeek)(((int)from + i) % 7)).TakeWhile((day, i) => i == 0 || day != (DayOfWeek)(((int)to + 1) % 7))]
            : named;
    }

    private static TimeOnly? TimeOf(Match match, string name)
    {
        var hour = match.Groups[name + "h"];
        if (!hour.Success)
        {
            return null;
        }

        var number = int.Parse(hour.Value, CultureInfo.InvariantCulture);
        var minute = match.Groups[name + "m"] is { Success: true } minutes ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        return number is >= 1 and <= 12 && minute < 60
            ? new TimeOnly((number % 12) + (match.Groups[name + "p"].Value.Equals("pm", StringComparison.OrdinalIgnoreCase) ? 12 : 0), minute)
            : null;
    }

    [GeneratedRegex(
        "^(?:(?<week>first|second|third|fourth|last) (?<days>(?:mon|tues|wednes|thurs|fri|satur|sun)day) of the month "
        + "|(?<days>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:, | and | to )?)+) )?"
        + @"(?<starth>\d{1,2})(?:\.(?<startm>\d\d))?(?<startp>am|pm)(?: to (?<endh>\d{1,2})(?:\.(?<endm>\d\d))?(?<endp>am|pm))?"
        + "(?: (?<runs>in term time|in school holidays))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex("(?:mon|tues|wednes|thurs|fri|satur|sun)day", RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex("^[a-z]+ to [a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Span();
}
