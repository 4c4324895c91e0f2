using System.Globalization;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>One step of counting. Weeks, months and plain days are calendar time: weekends and holidays count.</summary>
internal enum Unit
{
    /// <summary>"Within N weeks of": the day itself is day 0.</summary>
    WeeksOf,
    DaysOf,

    /// <summary>"N days beginning with": the day itself is day 1.</summary>
    DaysBeginningWith,

    /// <summary>The same day number; the last day of a month that has no such day.</summary>
    MonthsOf,
    MonthsBeginningWith,
    DaysBefore,
    MonthsBefore,

    /// <summary>The last day before a fixed one of the same year; the number is month and day, as 215 for 15 February.</summary>
    DayBefore,
    WorkingDaysOf,
    WorkingDaysBeginningWith,

    /// <summary>How the Tribunal moves a limit that ends around Christmas, in August or on a day when it does not work.</summary>
    TribunalDay,
}

internal readonly record struct Step(Unit Unit, int Number);

/// <param name="Day">Null when the calendars that are loaded do not reach far enough: then nothing is guessed.</param>
/// <param name="Words">The sum, as somebody would write it down.</param>
internal sealed record Counted(DateOnly? Day, string Words);

/// <summary>The one place where days are counted.</summary>
internal static class Counting
{
    private const int August = 8;
    private const int December = 12;
    private const int ChristmasDay = 25;

    public static Counted Count(DateOnly from, IReadOnlyList<Step> steps, WorkingDays workingDays)
    {
        var day = from;
        List<string> words = [from.WithDay()];
        try
        {
            foreach (var step in steps)
            {
                day = Take(day, step, workingDays);
                words.Add($"{Words(step)} is {day.WithDay()}");
            }
        }
        catch (BeyondCalendarException)
        {
            words.Add("it cannot be worked out: the bank holidays of that year are not loaded");
            return new Counted(null, string.Join("; ", words));
        }

        return new Counted(day, string.Join("; ", words));
    }

    private static DateOnly Take(DateOnly day, Step step, WorkingDays workingDays) => step.Unit switch
    {
        Unit.WeeksOf => day.AddDays(7 * step.Number),
        Unit.DaysOf => day.AddDays(step.Number),
        Unit.DaysBeginningWith => day.AddDays(step.Number - 1),
        Unit.MonthsOf => day.AddMonths(step.Number),
        Unit.MonthsBeginningWith => day.AddMonths(step.Number).AddDays(-1),
        Unit.DaysBefore => day.AddDays(-step.Number),
        Unit.MonthsBefore => day.AddMonths(-step.Number),
        Unit.DayBefore => Fixed(day.Year, step.Number).AddDays(-1),
        Unit.WorkingDaysOf => workingDays.Add(day, step.Number),
        Unit.WorkingDaysBeginningWith => workingDays.Add(day.AddDays(-1), step.Number),
        Unit.TribunalDay => TribunalDay(day, workingDays),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown unit"),
    };

    private static DateOnly TribunalDay(DateOnly day, WorkingDays workingDays) => day switch
    {
        { Month: December, Day: >= ChristmasDay } => workingDays.Add(new DateOnly(day.Year + 1, 1, 1), 1),
        { Month: 1, Day: 1 } => workingDays.Add(day, 1),
        { Month: August } => workingDays.OnOrAfter(new DateOnly(day.Year, August + 1, 1)),
        _ => workingDays.OnOrAfter(day),
    };

    private static DateOnly Fixed(int year, int monthAndDay) => new(year, monthAndDay / 100, monthAndDay % 100);

    private static string Words(Step step) => step.Unit switch
    {
        Unit.WeeksOf => $"{Many(step.Number, "week")} ({step.Number * 7} days) later",
        Unit.DaysOf => step.Number == 0 ? "the same day" : $"{Many(step.Number, "day")} later",
        Unit.DaysBeginningWith => $"the last of {Many(step.Number, "day")}, counting this one,",
        Unit.MonthsOf => $"{Many(step.Number, "month")} later",
        Unit.MonthsBeginningWith => $"the last day of {Many(step.Number, "month")}, counting this day,",
        Unit.DaysBefore => $"{Many(step.Number, "day")} earlier",
        Unit.MonthsBefore => $"{Many(step.Number, "month")} earlier",
        Unit.DayBefore => $"the last day before {Fixed(2000, step.Number).ToString("d MMMM", CultureInfo.GetCultureInfo("en-GB"))} of that year",
        Unit.WorkingDaysOf => $"{Many(step.Number, "working day")} later",
        Unit.WorkingDaysBeginningWith => $"the last of {Many(step.Number, "working day")}, counting this one,",
        _ => "the first day from then on when the Tribunal takes it",
    };

    private static string Many(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
