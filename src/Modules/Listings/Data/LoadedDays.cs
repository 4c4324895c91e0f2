using System.Globalization;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>The calendars that are loaded, and the inset days that staff have written down.</summary>
internal sealed class LoadedDays(SchoolTerms terms, WorkingDays workingDays, Settings settings) : IDays
{
    public static readonly Setting<string?> InsetDays = new(
        "listings.inset-days",
        null,
        "Days in term on which most schools in Medway are shut to children because staff train, with ; between, like 2026-11-06;2027-01-04. Clubs that only run in term are then not promised.",
        isPublic: true,
        complaint: text => Dates(text).All(date => date is not null) ? null : "Write dates like 2026-11-06 with ; between");

    private readonly HashSet<DateOnly?> insetDays = [.. Dates(settings.Get(InsetDays))];

    public DayFacts? On(DateOnly date) => terms.Covers(date) && workingDays.Covers(date)
        ? new DayFacts(
            terms.TermOn(date) is null ? SchoolDay.Holiday : insetDays.Contains(date) ? SchoolDay.Inset : SchoolDay.Term,
            workingDays.HolidayOn(date) is not null)
        : null;

    private static IEnumerable<DateOnly?> Dates(string? text) => (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null);
}
