using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ViewCalendars;

/// <summary>Bank holidays and school terms as they are stored.</summary>
internal sealed record ViewCalendars : IQuery<CalendarsView>
{
    public Permission Permission => SitePermissions.ReadCalendars;
}

/// <param name="Today">In London, to tell what is over.</param>
/// <param name="CountedUntil">The last date up to which working days can be counted; null when none can.</param>
/// <param name="Years">Of bank holidays, the latest first.</param>
/// <param name="SchoolYears">The latest first.</param>
internal sealed record CalendarsView(
    DateOnly Today, DateOnly? CountedUntil, DateOnly? TermsUntil, IReadOnlyList<HolidayYear> Years, IReadOnlyList<IReadOnlyList<SchoolTerm>> SchoolYears);

/// <param name="IsCounted">False while the year has fewer bank holidays than a year must have, or a year before it is missing.</param>
internal sealed record HolidayYear(int Year, IReadOnlyList<BankHoliday> Holidays, bool IsCounted);

internal sealed class ViewCalendarsHandler(PlatformDbContext context, TimeProvider clock) : IRequestHandler<ViewCalendars, Outcome<CalendarsView>>
{
    public async Task<Outcome<CalendarsView>> Handle(ViewCalendars request, CancellationToken cancellationToken)
    {
        var holidays = await context.BankHolidays.AsNoTracking().OrderBy(holiday => holiday.Date).ToListAsync(cancellationToken);
        var terms = await context.SchoolTerms.AsNoTracking().OrderBy(term => term.SchoolYear).ThenBy(term => term.Number).ToListAsync(cancellationToken);
        var working = new WorkingDays(holidays);
        return new CalendarsView(
            clock.Today(),
            working.LastDay,
            new SchoolTerms(terms).LastDay,
            [
                .. holidays.GroupBy(holiday => holiday.Date.Year)
                    .OrderByDescending(year => year.Key)
                    .Select(year => new HolidayYear(year.Key, [.. year], working.Covers(year.First().Date))),
            ],
            [.. terms.GroupBy(term => term.SchoolYear).OrderByDescending(year => year.Key).Select(year => year.ToList())]);
    }
}
