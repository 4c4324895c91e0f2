using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Calendars;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>
/// What the calendars say that are loaded. For a date beyond them no holiday is known: a message that leaves on one is a smaller harm than a
/// year in which none does.
/// </summary>
internal sealed class LoadedCalendar(WorkingDays days, SchoolTerms terms) : ISendCalendar
{
    public bool IsBankHoliday(DateOnly date) => days.Covers(date) && days.HolidayOn(date) is not null;

    public bool IsLastDayOfTerm(DateOnly date) => terms.All.Any(term => term.LastDay == date);
}
