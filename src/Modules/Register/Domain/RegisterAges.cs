namespace Medway.LocalOffer.Register.Domain;

/// <summary>Birthdays that change who decides. The last day of June in the school year of the sixteenth birthday, which counts for EHC plans, is another date.</summary>
internal static class RegisterAges
{
    /// <summary>The register is for those from birth to 25 (send-law §4.1, proposed).</summary>
    public const int Oldest = 25;

    /// <summary>From this birthday on a young person can join by themselves, and is asked too.</summary>
    public const int YoungestAlone = 13;

    private const int Asking = 15;
    private const int Sixteen = 16;
    private const int Eighteen = 18;
    private const int HalfYear = 6;

    /// <summary>From here on the young person is asked for their own word.</summary>
    public static DateOnly FifteenAndAHalf(DateOnly born) => born.AddYears(Asking).AddMonths(HalfYear);

    /// <summary>From here on the young person decides.</summary>
    public static DateOnly Sixteenth(DateOnly born) => born.AddYears(Sixteen);

    /// <summary>Parental responsibility ends (Family Law Reform Act 1969, s1).</summary>
    public static DateOnly Eighteenth(DateOnly born) => born.AddYears(Eighteen);

    public static DateOnly TwentyFifth(DateOnly born) => born.AddYears(Oldest);

    /// <returns>What is wrong with a birth date, in words for whoever typed it; null when nothing is.</returns>
    public static string? Problem(DateOnly? born, DateOnly today) => born switch
    {
        null => "Write the birth date",
        { } day when day > today => "This birth date is in the future. Check the year",
        { } day when today >= TwentyFifth(day) => "The register is for people under 25. Check the year. If it is right, ask the council who can help",
        _ => null,
    };
}
