using Medway.LocalOffer.Messaging.Domain;

namespace Medway.LocalOffer.Messaging.Sending;

internal sealed class LoadedCalendar : ISendCalendar
{
    public bool IsBankHoliday(DateOnly date) => false;

    public bool IsLastDayOfTerm(DateOnly date) => false;
}
