using Medway.LocalOffer.Messaging.Contracts;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>What the calendar says of a date.</summary>
internal interface ISendCalendar
{
    bool IsBankHoliday(DateOnly date);

    bool IsLastDayOfTerm(DateOnly date);
}

/// <param name="At">The moment that is asked about.</param>
/// <param name="Earliest">The person's own hours; null for the usual ones.</param>
/// <param name="AnyDay">The person does not mind Sundays and holidays.</param>
/// <param name="IsDecision">Bad news on a Friday evening leaves a family alone with it until Monday.</param>
/// <param name="Unprompted">When this person last got messages that count for the cap; the newest ones are enough.</param>
internal sealed record SendMoment(
    DateTimeOffset At, MessageChannel Channel, MessageClass Class, TimeOnly? Earliest, TimeOnly? Latest, bool AnyDay,
    bool IsDecision, bool SomebodyIsReachable, IReadOnlyList<DateTimeOffset> Unprompted);

/// <param name="Until">Null when it may leave now.</param>
/// <param name="Why">Lower_snake: what it waits for; null when it may leave now.</param>
/// <param name="Exempt">Why it need not wait, whenever a rule was passed over because of it.</param>
internal readonly record struct SendTime(DateTimeOffset? Until, string? Why, Exemption? Exempt)
{
    public bool IsNow => Until is null;
}

/// <summary>
/// When a message may leave. E-mail and text messages: from 8 to 20 in London, not on Sundays, bank holidays and 24 to 26 December, unless the
/// person chose otherwise. Three unprompted ones in seven days. Decisions not after 16 on a Friday nor on the last day of term.
/// </summary>
internal sealed class SendTimes(ISendCalendar calendar)
{
    public const int Cap = 3;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(20, 0);
    private static readonly TimeOnly WeekendBegins = new(16, 0);

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Longer than any row of holidays. A calendar that closes for longer is wrong, and asked again later.</summary>
    private const int MostSteps = 60;

    public SendTime Decide(SendMoment moment)
    {
        var (at, why) = (moment.At, (string?)null);
        for (var step = 0; step < MostSteps; step++)
        {
            if (CapUntil(moment, at) is { } room)
            {
                (at, why) = (room, "weekly_cap");
            }
            else if (Opening(moment, at) is { } opening)
            {
                (at, why) = (opening.At, opening.Why);
            }
            else
            {
                break;
            }
        }

        if (why is null)
        {
            return new SendTime(null, null, moment.Class.Exempt is Exemption.Statutory && Counts(moment) < Cap ? null : moment.Class.Exempt);
        }

        return new SendTime(at, why, null);
    }

    private static int Counts(SendMoment moment) => moment.Unprompted.Count(sent => sent > moment.At - Week);

    private static DateTimeOffset? CapUntil(SendMoment moment, DateTimeOffset at)
    {
        if (!moment.Class.IsUnprompted || moment.Class.Exempt is not null)
        {
            return null;
        }

        var within = moment.Unprompted.Where(sent => sent > at - Week && sent <= at).OrderDescending().ToList();
        return within.Count < Cap ? null : within[Cap - 1] + Week;
    }

    private (DateTimeOffset At, string Why)? Opening(SendMoment moment, DateTimeOffset at)
    {
        if (moment.Class.AtAnyHour || moment.Channel is not (MessageChannel.Email or MessageChannel.Sms))
        {
            return null;
        }

        var (opens, closes) = Hours(moment);
        var local = TimeZoneInfo.ConvertTime(at, London);
        var (date, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (!moment.AnyDay && IsClosed(date))
        {
            return (Instant(date.AddDays(1), opens), "closed_day");
        }

        if (time < opens)
        {
            return (Instant(date, opens), "quiet_hours");
        }

        if (time >= closes)
        {
            return (Instant(date.AddDays(1), opens), "quiet_hours");
        }

        return moment.IsDecision && !moment.SomebodyIsReachable && LeavesThemAlone(date, time) ? (Instant(date.AddDays(1), opens), "decision_day") : null;
    }

    private static (TimeOnly Opens, TimeOnly Closes) Hours(SendMoment moment) =>
        (moment.Earliest ?? Opens, moment.Latest ?? Closes) is var (opens, closes) && opens < closes ? (opens, closes) : (Opens, Closes);

    private bool IsClosed(DateOnly date) =>
        date.DayOfWeek == DayOfWeek.Sunday || date is { Month: 12, Day: >= 24 and <= 26 } || calendar.IsBankHoliday(date);

    private bool LeavesThemAlone(DateOnly date, TimeOnly time) =>
        (date.DayOfWeek == DayOfWeek.Friday && time >= WeekendBegins) || date.DayOfWeek == DayOfWeek.Saturday || calendar.IsLastDayOfTerm(date);

    /// <summary>Hours of ours are never among those that a clock change skips or repeats, unless somebody chose one: then the first of the two.</summary>
    private static DateTimeOffset Instant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        local = London.IsInvalidTime(local) ? local.AddHours(1) : local;
        var offset = London.IsAmbiguousTime(local) ? London.GetAmbiguousTimeOffsets(local).Max() : London.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
