using Medway.LocalOffer.Ehcp.Touchpoints;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>
/// What the catalogue wants for a history while nothing arrives and nobody does anything, worked out leaf by leaf on a wall calendar: no database, and
/// nothing of the product's clock, planner or guard.
/// </summary>
/// <param name="catalogue">By code.</param>
/// <param name="bankHolidays">When offices are closed.</param>
/// <param name="until">The last day.</param>
internal sealed class ScheduleOnPaper(IReadOnlyDictionary<string, TouchpointKind> catalogue, IEnumerable<DateOnly> bankHolidays, DateOnly until)
{
    private static readonly DateOnly Day0 = ScheduledWay.FirstDay;

    private readonly HashSet<DateOnly> closed = [.. bankHolidays];

    /// <returns>A line for each touchpoint and each alert: what, whose, and the day on which it left or was put before somebody.</returns>
    public IReadOnlyList<string> Of(ScheduledWay way)
    {
        List<(string What, DateOnly On)> lines = [];
        if (way == ScheduledWay.JustAsked)
        {
            lines.AddRange(Silence());
            lines.Add((Line("NA-04"), After(Day0, 5)));
            lines.Add((Line("DL-01"), WorkingBack(After(Day0, 6 * 7), 10)));
            lines.Add((Line("DL-01"), WorkingBack(After(Day0, 20 * 7), 10)));
        }
        else if (way == ScheduledWay.WaitsForAdvice)
        {
            lines.AddRange(Silence());
            lines.Add((Line("DL-01"), WorkingBack(After(Day0, (20 * 7) - 40), 10)));
            lines.AddRange(Enumerable.Repeat((Line("NA-11"), After(Day0, (6 * 7) + 1)), 2));
        }
        else if (way == ScheduledWay.HasAPlan)
        {
            // It was started with the plan, and stands in My work from its day on.
            lines.Add((Line("NA-19"), Day0));
            lines.Add((Line("NA-20"), After(Day0, 28)));
        }
        else if (way == ScheduledWay.MovesSchool)
        {
            lines.Add((Line("PT-01"), Day0));
            for (var day = new DateOnly(ScheduledWay.MovesOn.Year, 1, 15); day <= until; day = After(day, 14))
            {
                lines.Add((Line("PT-02"), day));
            }

            // The plan is of 20 June 2025: its year ends on 19 June 2026.
            lines.Add((Line("AR-01"), After(new DateOnly(2026, 6, 19), -10 * 7)));
        }
        else if (way == ScheduledWay.BecomesAYoungPerson)
        {
            lines.Add((Line("YP-01"), Day0));
            lines.Add((Line("YP-01", TouchpointMode.Task, TouchpointState.Waiting, "child"), Day0));
            lines.Add((Line("YP-02", "child"), new DateOnly(2026, 6, 26)));
        }

        return [.. lines.Select(line => Text(line.What, line.On)).Order(StringComparer.Ordinal)];
    }

    public static string Text(string what, DateOnly on) => $"{what} {on:yyyy-MM-dd}";

    public static string Line(string code, TouchpointMode mode, TouchpointState state, string who) => $"{code} {mode} {state} {who}";

    public static string Alert(int day, string who) => $"alert {day} {who}";

    /// <summary>News on the last open day before the tenth, a call on the tenth, and three who look.</summary>
    private IEnumerable<(string What, DateOnly On)> Silence() =>
    [
        (Line("NA-10"), OpenOnOrBefore(After(Day0, 9))),
        (Line("NA-10", TouchpointMode.Task, TouchpointState.Waiting, "parent"), After(Day0, 10)),
        (Alert(10, "parent"), After(Day0, 10)),
        (Alert(13, "parent"), After(Day0, 13)),
        (Alert(14, "parent"), After(Day0, 14)),
    ];

    private string Line(string code, string who = "parent")
    {
        var mode = catalogue[code].Mode;
        return Line(code, mode, mode == TouchpointMode.Automatic ? TouchpointState.Asked : TouchpointState.Waiting, who);
    }

    private static DateOnly After(DateOnly day, int days) => day.AddDays(days);

    private bool IsOpen(DateOnly day) => !closed.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private DateOnly OpenOnOrBefore(DateOnly day)
    {
        while (!IsOpen(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private DateOnly WorkingBack(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(-1);
            days -= IsOpen(day) ? 1 : 0;
        }

        return day;
    }
}
