using System.Globalization;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>Loads each year once. What staff change or take out of a year afterwards is not brought back.</summary>
internal sealed class CalendarSeeder(PlatformDbContext context, LoadedCalendars calendars, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    /// <summary>Before what counts in days.</summary>
    public int Order => -10;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var years = await context.Set<BankHoliday>().Select(holiday => holiday.Date.Year).Distinct().ToListAsync(cancellationToken);
        context.AddRange(files.Rows(SeedSet.Reference, "calendar/bank-holidays.csv", "date", "name")
            .Select(row => new BankHoliday(Date(row["date"]), row["name"]))
            .Where(holiday => !years.Contains(holiday.Date.Year)));

        var schoolYears = await context.Set<SchoolTerm>().Select(term => term.SchoolYear).Distinct().ToListAsync(cancellationToken);
        context.AddRange(files.Rows(SeedSet.Reference, "calendar/term-dates.csv", "school_year", "term", "first_day", "last_day", "note")
            .Select(row => new SchoolTerm(
                int.Parse(row["school_year"].AsSpan(0, 4), CultureInfo.InvariantCulture),
                int.Parse(row["term"], CultureInfo.InvariantCulture),
                Date(row["first_day"]),
                Date(row["last_day"]),
                row["note"] is { Length: > 0 } note ? note : null))
            .Where(term => !schoolYears.Contains(term.SchoolYear)));

        if (await context.SaveChangesAsync(cancellationToken) > 0)
        {
            calendars.Forget();
            await Notices.Notices.NotifyAsync(context, LoadedCalendars.NoticeTag, cancellationToken);
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
