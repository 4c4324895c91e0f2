namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Ages, school years, and the day on which decisions pass to the young person.</summary>
internal static class Ages
{
    /// <summary>Plans end on or after this birthday at the latest.</summary>
    public const int OldestWithPlan = 25;

    public const int OfMajority = 18;

    private const int September = 9;
    private const int June = 6;
    private const int AgeAtEndOfSchool = 16;
    private const int AgeInReception = 5;
    private const int YearNine = 9;

    public static int AgeOn(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>
    /// Decisions rest with the parent until the end of compulsory school age: the last Friday in June of the school year in which the child turns
    /// 16 (Education Act 1996, s8; Education (School Leaving Date) Order 1997). From this day on they rest with the young person.
    /// </summary>
    public static DateOnly SwitchDay(DateOnly born)
    {
        var day = new DateOnly(SchoolYear(born) + AgeAtEndOfSchool + 1, June, 30);
        while (day.DayOfWeek != DayOfWeek.Friday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <param name="born">Null when nobody knows it: then the parent decides until somebody does.</param>
    public static bool IsYoungPerson(DateOnly? born, DateOnly day) => born is { } known && day >= SwitchDay(known);

    /// <summary>Reviews must look at preparing for adulthood from here on (SEND Code of Practice 2015, 9.184).</summary>
    public static bool IsInYearNineOrLater(DateOnly born, DateOnly day) => SchoolYear(day) - SchoolYear(born) - AgeInReception >= YearNine;

    /// <summary>The calendar year in which the school year begins.</summary>
    private static int SchoolYear(DateOnly day) => day.Month >= September ? day.Year : day.Year - 1;
}
