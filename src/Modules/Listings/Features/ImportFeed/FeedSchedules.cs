using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>When a service of a feed is on: <c>schedules</c> in version 3.0, <c>regular_schedules</c> in 1.0, of the service or of its places.</summary>
internal static class FeedSchedules
{
    private static readonly Dictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => new[] { (day.ToString()[..2], day), (day.ToString()[..3], day), (day.ToString(), day) })
        .ToDictionary(pair => pair.Item1, pair => pair.day, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<SessionRule> Read(FeedValues service)
    {
        var rows = new[] { "schedules", "regular_schedules" }.SelectMany(service.List)
            .Concat(service.List("service_at_locations").SelectMany(at => new[] { "schedules", "regular_schedules", "regular_schedule" }.SelectMany(at.List))).ToList();
        var rules = rows.Take(Limits.Rows).SelectMany(Rules).ToList();
        if (rows.Count > Limits.Rows || rules.Count > Limits.Rows)
        {
            service.Note("schedules", string.Create(CultureInfo.InvariantCulture, $"There are more than {Limits.Rows}. The first were kept."));
        }

        return [.. rules.Take(Limits.Rows)];
    }

    private static IEnumerable<SessionRule> Rules(FeedValues row)
    {
        var note = row.Text("notes", Limits.Name);
        if (row.OwnCode is { } code && SessionCode.Read(code, out _) is { } own)
        {
            return [own with { Note = note }];
        }

        return Read(row, note);
    }

    private static List<SessionRule> Read(FeedValues row, string? note)
    {
        var starts = row.Time("opens_at");
        var days = (row.Raw("byday") ?? "").Split([',', ' ', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (starts is null || days.Length == 0)
        {
            row.Note("", "It has no day or no time. It was left out.");
            return [];
        }

        var isMonthly = row.Raw("freq") is { } freq && freq.Equals("MONTHLY", StringComparison.OrdinalIgnoreCase);
        var everySecond = !isMonthly && row.Number("interval") is 2;
        var description = row.Text("description", Limits.Name);
        List<SessionRule> rules = [];
        foreach (var day in days.Take(14))
        {
            var letters = day.TrimStart('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            short? week = short.TryParse(day[..^letters.Length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
            if (!Days.TryGetValue(letters, out var weekday))
            {
                row.Note("byday", "This is not a day such as MO or 2TU. It was left out.");
                continue;
            }

            var rule = new SessionRule(
                weekday,
                starts.Value,
                row.Time("closes_at"),
                isMonthly ? Rhythm.Monthly : everySecond ? Rhythm.Fortnightly : Rhythm.Weekly,
                isMonthly ? week : null,
                RunsOf(description),
                row.Date("valid_from") ?? row.Date("dtstart"),
                row.Date("valid_to"),
                Note: note ?? (RunsOf(description) == RunsIn.NotKnown ? description : null));
            if (rule.Complaint() is { } complaint)
            {
                row.Note("", complaint + ". It was left out.");
            }
            else
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static RunsIn RunsOf(string? description) => description switch
    {
        SessionFeedWords.Term => RunsIn.Term,
        SessionFeedWords.Holidays => RunsIn.Holidays,
        SessionFeedWords.Both => RunsIn.Both,
        _ => RunsIn.NotKnown,
    };
}
