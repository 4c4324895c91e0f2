namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>
/// The second calculation: it turns one leaf of the calendar after the other and counts, as somebody with a wall calendar would. It has its own
/// table of the limits and uses nothing of the clock's.
/// </summary>
internal sealed class CalendarWalker(IEnumerable<DateOnly> bankHolidays)
{
    private readonly HashSet<DateOnly> closed = [.. bankHolidays];

    /// <param name="events">In order; each on a day of its own.</param>
    public DateOnly DayOf(string code, IReadOnlyList<(string What, DateOnly On)> events, DateOnly from, string what) => code switch
    {
        "P01" => Working(from, 1),
        "T21" or "P02" => Working(from, 3),
        "R19" or "R22" => Working(from.AddDays(-1), 15),
        "T29" => from,
        "T25" or "T28" or "T30" or "T30S" or "R05" => Weeks(from, 2),
        "R06" or "R07" => Weeks(from, 4),
        "T24" or "T26" or "T27" or "T30D" or "T30A" => Weeks(from, 5),
        "T02" or "T04" or "R20" or "L01" => Weeks(from, 6),
        "R09" or "R11" => Weeks(from, 8),
        "T25N" or "T30N" => Weeks(from, 10),
        "T26F" or "T30P" => Weeks(from, 11),
        "R10" or "L02" => Weeks(from, 12),
        "T06" or "T25F" or "T30F" or "R18" => Weeks(from, 14),
        "T05" or "T06L" => Weeks(from, 16),
        "T09" => Weeks(from, 20),
        "T07" or "R08" => LeavesOn(from, 14),
        "T07E" or "T08" or "R17" => LeavesOn(from, 15),
        "T22" => LeavesOn(from, 30),
        "R02" or "R03" or "R04" => LeavesBack(from, 14),
        "R01" => LeavesBack(SameDay(from, 12), 1),
        "R01M" => LeavesBack(SameDay(from, 12), 29),
        "R12" => SameDay(from, 3),
        "R12L" => SameDay(from, 6),
        "R14" => LastBefore(from.Year, 2, 15),
        "R15" => LastBefore(from.Year, 3, 31),
        "R14M" => LeavesBack(LastBefore(from.Year, 2, 15), 84),
        "R15M" => LeavesBack(LastBefore(from.Year, 3, 31), 84),
        "R16" => SameDayBack(from, 5),
        "T20" => SameDay(from, 2),
        "R23" => Tribunal(SameDay(from, 2)),
        "T23" => Tribunal(Later(SameDay(from, 2), Certificate(events, from))),
        "R21" => Later(LeavesBack(SameDay(from, 3), 1), OldReview(events, from)),
        _ => throw new ArgumentOutOfRangeException(nameof(code), $"{code} from {what}"),
    };

    private DateOnly Working(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsOpen(day))
            {
                days--;
            }
        }

        return day;
    }

    private bool IsOpen(DateOnly day) => !closed.Contains(day) && (int)day.DayOfWeek is > 0 and < 6;

    private static DateOnly Weeks(DateOnly day, int weeks)
    {
        var weekday = day.DayOfWeek;
        while (weeks > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek == weekday)
            {
                weeks--;
            }
        }

        return day;
    }

    private static DateOnly LeavesOn(DateOnly day, int leaves)
    {
        for (; leaves > 0; leaves--)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly LeavesBack(DateOnly day, int leaves)
    {
        for (; leaves > 0; leaves--)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Turns leaves until the month has changed so often, and then to the same number or the last leaf of that month.</summary>
    private static DateOnly SameDay(DateOnly from, int months)
    {
        var day = from;
        while (months > 0)
        {
            day = day.AddDays(1);
            if (day.Day == 1)
            {
                months--;
            }
        }

        while (day.Day < from.Day && day.AddDays(1).Month == day.Month)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly SameDayBack(DateOnly from, int months)
    {
        var day = from;
        while (months > 0)
        {
            if (day.Day == 1)
            {
                months--;
            }

            day = day.AddDays(-1);
        }

        while (day.Day > from.Day)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static DateOnly LastBefore(int year, int month, int number)
    {
        var day = new DateOnly(year, 1, 1);
        while (!(day.AddDays(1).Month == month && day.AddDays(1).Day == number))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private DateOnly Tribunal(DateOnly day)
    {
        while (day.Month == 8 || (day.Month == 12 && day.Day > 24) || (day.Month == 1 && day.Day == 1) || !IsOpen(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => other is { } day && day > one ? day : one;

    /// <summary>A month of the last certificate before the next decision.</summary>
    private static DateOnly? Certificate(IReadOnlyList<(string What, DateOnly On)> events, DateOnly from)
    {
        string[] decisions =
        [
            "DecidedNotToAssess", "DecidedNotToIssue", "DecidedNotToReassess", "FinalSent", "AmendedFinalSent", "ReviewDecidedToKeep", "DecidedNotToAmend", "DecidedToCease",
        ];
        DateOnly? found = null;
        foreach (var (what, on) in events)
        {
            if (on > from && decisions.Contains(what))
            {
                break;
            }

            found = on > from && what == "MediationCertificate" ? SameDay(on, 1) : found;
        }

        return found;
    }

    /// <summary>Twelve months of the last review, or of the plan, that the old council made.</summary>
    private static DateOnly? OldReview(IReadOnlyList<(string What, DateOnly On)> events, DateOnly from)
    {
        DateOnly? found = null;
        foreach (var (what, on) in events)
        {
            found = on < from && (what is "FinalSent" or "ReviewDecidedToKeep" or "AmendmentServed") ? LeavesBack(SameDay(on, 12), 1) : found;
        }

        return found;
    }
}
