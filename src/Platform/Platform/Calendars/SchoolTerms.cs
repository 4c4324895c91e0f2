namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>Days between two terms, or between two school years.</summary>
/// <param name="Name">As families know it, for example <c>October half-term</c>.</param>
/// <param name="FirstDay">The day after the last school day; often a Saturday.</param>
/// <param name="LastDay">The day before the next school day, inclusive.</param>
public sealed record SchoolBreak(string Name, DateOnly FirstDay, DateOnly LastDay);

/// <summary>
/// Says which dates lie in a school term and which in a holiday, for most Medway schools. Weekends and bank holidays inside a term belong to
/// the term: ask <see cref="WorkingDays"/> as well. Immutable; inject it for the terms that are loaded now, or build one in a test.
/// </summary>
/// <exception cref="BeyondCalendarException">Thrown by every member that is asked about a date outside the loaded terms. It never guesses.</exception>
public sealed class SchoolTerms
{
    private static readonly string[] BreakAfter =
        ["October half-term", "Christmas holiday", "February half-term", "Easter holiday", "May half-term", "summer holiday"];

    private readonly SchoolTerm[] terms;

    /// <param name="terms">In any order. They are loaded from the first one up to the first that is missing.</param>
    public SchoolTerms(IEnumerable<SchoolTerm> terms)
    {
        var known = terms.OrderBy(PlaceOf).ToArray();
        this.terms = [.. known.TakeWhile((term, i) => PlaceOf(term) == PlaceOf(known[0]) + i)];
    }

    /// <summary>The loaded terms, the earliest first, without a gap.</summary>
    public IReadOnlyList<SchoolTerm> All => terms;

    /// <summary>The first date that can be answered for; null when no term is loaded.</summary>
    public DateOnly? FirstDay => terms is [var first, ..] ? first.FirstDay : null;

    /// <summary>The last date that can be answered for: the end of the last term; null when no term is loaded.</summary>
    public DateOnly? LastDay => terms is [.., var last] ? last.LastDay : null;

    /// <summary>Whether this date lies in the terms that are loaded, or between them.</summary>
    public bool Covers(DateOnly date) => date >= FirstDay && date <= LastDay;

    /// <summary>The term in which this date lies; null in a holiday.</summary>
    public SchoolTerm? TermOn(DateOnly date)
    {
        Known(date);
        return terms.FirstOrDefault(term => date >= term.FirstDay && date <= term.LastDay);
    }

    /// <summary>The holiday in which this date lies; null in a term.</summary>
    public SchoolBreak? BreakOn(DateOnly date)
    {
        if (TermOn(date) is not null)
        {
            return null;
        }

        var after = Array.FindIndex(terms, term => term.FirstDay > date);
        var before = terms[after - 1];
        return new SchoolBreak(BreakAfter[before.Number - 1], before.LastDay.AddDays(1), terms[after].FirstDay.AddDays(-1));
    }

    /// <summary>The year and number of the term that follows the last loaded one; null when none is loaded.</summary>
    internal (int SchoolYear, int Number)? Next => terms is not [.., var last]
        ? null
        : last.Number == SchoolTerm.InAYear ? (last.SchoolYear + 1, 1) : (last.SchoolYear, last.Number + 1);

    /// <summary>What speaks against a term beside the loaded ones, in words for the person who typed it; null when nothing does.</summary>
    /// <param name="term">One to add, or one in the place of the loaded one with its number.</param>
    internal string? ComplaintAbout(SchoolTerm term)
    {
        var year = term.Number <= 2 ? term.SchoolYear : term.SchoolYear + 1;
        if (term.FirstDay.Year != year || term.LastDay.Year != year)
        {
            return $"Term {term.Number} of {term.YearName} lies in {year}. Check the year";
        }

        if (term.LastDay <= term.FirstDay)
        {
            return "The last day comes after the first day. Check both";
        }

        if (terms.LastOrDefault(other => PlaceOf(other) < PlaceOf(term)) is { } before && term.FirstDay <= before.LastDay)
        {
            return $"Term {before.Number} ends on {Time.UkTime.Long(before.LastDay)}. This term has to begin after it";
        }

        return terms.FirstOrDefault(other => PlaceOf(other) > PlaceOf(term)) is { } after && term.LastDay >= after.FirstDay
            ? $"Term {after.Number} begins on {Time.UkTime.Long(after.FirstDay)}. This term has to end before it"
            : null;
    }

    private static int PlaceOf(SchoolTerm term) => (term.SchoolYear * SchoolTerm.InAYear) + term.Number;

    private void Known(DateOnly date)
    {
        if (!Covers(date))
        {
            throw new BeyondCalendarException("school terms", date, FirstDay, LastDay);
        }
    }
}
