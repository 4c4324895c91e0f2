using System.Globalization;
using System.Text;

namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>
/// A session as one line of a file: <c>tue 16:00-16:45 term</c>, <c>last fri 17:30-19:00</c>, <c>fortnightly sat 10:00-12:00 both from 2026-09-05
/// not 2026-12-26</c>. Writing and reading again gives the same session; only its note has no place in it.
/// </summary>
internal static class SessionCode
{
    private const string DatePattern = "yyyy-MM-dd";

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly Dictionary<string, short> Weeks = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["last"] = -1,
    };

    private static readonly Dictionary<string, RunsIn> Parts = new(StringComparer.Ordinal)
    {
        ["term"] = RunsIn.Term,
        ["holidays"] = RunsIn.Holidays,
        ["both"] = RunsIn.Both,
    };

    /// <summary>Null, and what is wrong in words, when it cannot be read.</summary>
    public static SessionRule? Read(string text, out string complaint)
    {
        complaint = "";
        var words = new Queue<string>(text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        DayOfWeek? day = null;
        (TimeOnly Starts, TimeOnly? Ends)? times = null;
        var rule = new SessionRule(DayOfWeek.Monday, TimeOnly.MinValue, null);
        List<SessionChangeRule> changes = [];
        while (words.TryDequeue(out var word))
        {
            if (Array.IndexOf(Days, word) is var index and >= 0)
            {
                day = (DayOfWeek)index;
            }
            else if (Weeks.TryGetValue(word, out var week))
            {
                rule = rule with { Rhythm = Rhythm.Monthly, WeekOfMonth = week };
            }
            else if (Parts.TryGetValue(word, out var part))
            {
                rule = rule with { Runs = part };
            }
            else if (TimesOf(word) is { } read)
            {
                times = read;
            }
            else if (word is "from" or "until" or "not" or "also")
            {
                if (!words.TryDequeue(out var typed) || !DateOnly.TryParseExact(typed, DatePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    complaint = $"After '{word}' stands no date. Write it like 2026-09-05";
                    return null;
                }

                if (word is "from")
                {
                    rule = rule with { ValidFrom = date };
                }
                else if (word is "until")
                {
                    rule = rule with { ValidUntil = date };
                }
                else
                {
                    var at = word is "also" && words.TryPeek(out var next) ? TimesOf(next) : null;
                    if (at is not null)
                    {
                        words.Dequeue();
                    }

                    changes.Add(new SessionChangeRule(date, word is "also", at?.Starts, at?.Ends, null));
                }
            }
            else
            {
                switch (word)
                {
                    case "fortnightly":
                        rule = rule with { Rhythm = Rhythm.Fortnightly };
                        break;
                    case "bank-holidays":
                        rule = rule with { OnBankHolidays = true };
                        break;
                    case "inset-days":
                        rule = rule with { OnInsetDays = true };
                        break;
                    default:
                        complaint = $"'{(word.Length > 20 ? word[..20] : word)}' is not known here. Write a session like 'tue 16:00-16:45 term'";
                        return null;
                }
            }
        }

        if (day is not { } weekday || times is not { } time)
        {
            complaint = "A session needs a day and a time, like 'tue 16:00-16:45 term'";
            return null;
        }

        rule = rule with { Day = weekday, Starts = time.Starts, Ends = time.Ends, Changes = [.. changes.DistinctBy(change => change.Date)] };
        complaint = rule.Complaint() ?? "";
        return complaint.Length == 0 ? rule : null;
    }

    public static string Write(SessionRule rule)
    {
        var text = new StringBuilder();
        if (rule.Rhythm == Rhythm.Fortnightly)
        {
            text.Append("fortnightly ");
        }
        else if (rule.WeekOfMonth is { } week)
        {
            text.Append(Weeks.First(pair => pair.Value == week).Key).Append(' ');
        }

        text.Append(Days[(int)rule.Day]).Append(' ').Append(Times(rule.Starts, rule.Ends));
        Append(Parts.FirstOrDefault(pair => pair.Value == rule.Runs).Key);
        Append(rule.ValidFrom is { } from ? "from " + Date(from) : null);
        Append(rule.ValidUntil is { } until ? "until " + Date(until) : null);
        Append(rule.OnBankHolidays ? "bank-holidays" : null);
        Append(rule.OnInsetDays ? "inset-days" : null);
        foreach (var change in rule.Changes)
        {
            Append((change.Runs ? "also " : "not ") + Date(change.Date) + (change.Starts is { } starts ? " " + Times(starts, change.Ends) : ""));
        }

        return text.ToString();

        void Append(string? word) => text.Append(word is null ? "" : " " + word);
    }

    private static string Date(DateOnly date) => date.ToString(DatePattern, CultureInfo.InvariantCulture);

    private static string Times(TimeOnly starts, TimeOnly? ends) =>
        starts.ToString("HH:mm", CultureInfo.InvariantCulture) + (ends is { } end ? "-" + end.ToString("HH:mm", CultureInfo.InvariantCulture) : "");

    private static (TimeOnly Starts, TimeOnly? Ends)? TimesOf(string word)
    {
        var parts = word.Split('-');
        return parts.Length > 2 || Time(parts[0]) is not { } starts ? null
            : parts.Length == 1 ? (starts, null)
            : Time(parts[1]) is { } ends ? (starts, ends) : null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
