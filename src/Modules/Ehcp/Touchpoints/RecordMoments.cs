using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>The days to come on which somebody must look at a record: each is planned once, and looks itself whether there is still a reason.</summary>
internal sealed class RecordMoments(EhcpDbContext context, Occurrences occurrences, WorkingDays workingDays, TimeProvider clock)
{
    public const string Watch = "watch";
    public const string Delay = "delay";
    public const string Advice = "advice";
    public const string Review = "review";
    public const string RightsSoon = "rights-soon";
    public const string Rights = "rights";
    public const string Move = "move";
    public const string School = "school";

    /// <summary>The notice of delay is made ready so many working days before the limit, and leaves at least half as many before it.</summary>
    public const int DelayReadyDays = 10;

    public const int DelayNoticeDays = 5;

    private const string AdviceRule = "T04";
    private const int ReviewWeeks = 10;
    private const int MonthsBeforeRights = 6;
    private const int DaysOfSchoolNews = 14;

    /// <summary>Changes of the plan before a move of phase (SEND Regulations 2014, reg 18).</summary>
    private static readonly string[] MoveRules = ["R14", "R15", "R16"];

    /// <summary>Limits of the council about which a family hears before they pass.</summary>
    private static readonly string[] Announced = ["T02", "T09", "R06", "R09"];

    public static string DelayKey(DueDate date) => Key(Delay, $"{date.Rule.Code} {date.Day:yyyy-MM-dd}");

    public static string? AdviceKey(DueDate date) => date.Rule.Code == AdviceRule ? Key(Advice, $"{date.From.Adviser} {date.Day:yyyy-MM-dd}") : null;

    public static string? ReviewKey(DueDate date) => ReviewDates.IsReview(date) ? Key(Review, $"{date.Day:yyyy-MM-dd}") : null;

    public static string? MoveKey(DueDate date) => MoveRules.Contains(date.Rule.Code) ? Key(Move, $"{date.From.On:yyyy-MM-dd}") : null;

    /// <summary>The child is to move, and the plan does not say yet where to.</summary>
    public static bool IsMoveToCome(DueDate date, DateOnly today) => date.IsOpen && MoveRules.Contains(date.Rule.Code) && date.From.On > today;

    public static string RightsKey(DateOnly day) => Key(Rights, $"{day:yyyy-MM-dd}");

    public static string RightsSoonKey(DateOnly day) => Key(RightsSoon, $"{day:yyyy-MM-dd}");

    /// <summary>In the transaction that is open. What is planned, or has happened, stays as it is.</summary>
    public async Task PlanAsync(ReadRecord read, CancellationToken cancellationToken)
    {
        if (read.Child is not { DiedOn: null })
        {
            return;
        }

        var today = clock.Today();
        foreach (var (key, day) in Of(read, today).Where(moment => moment.Day is not null))
        {
            await PlanAsync(read.Record.Id, key, day!.Value > today ? day.Value : today, cancellationToken);
        }

        if (SilenceGuard.Waits(read.Record.Stage))
        {
            await PlanWatchAsync(read.Record.Id, SilenceGuard.NewsDay(today, workingDays), cancellationToken);
        }
    }

    public Task PlanWatchAsync(Guid recordId, DateOnly day, CancellationToken cancellationToken) => PlanAsync(recordId, Key(Watch, $"{day:yyyy-MM-dd}"), day, cancellationToken);

    public Task PlanSchoolNewsAsync(Guid recordId, DateOnly last, CancellationToken cancellationToken)
    {
        var day = last.AddDays(DaysOfSchoolNews);
        return PlanAsync(recordId, SchoolKey(day), day, cancellationToken);
    }

    /// <summary>Each news plans the next. Where that one was cancelled, they go on from today.</summary>
    public async Task GoOnWithSchoolNewsAsync(ReadRecord read, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (read.Dates.Any(date => IsMoveToCome(date, today) && SchoolNewsFrom(date) <= today))
        {
            await PlanSchoolNewsAsync(read.Record.Id, today, cancellationToken);
        }
    }

    private static DateOnly SchoolNewsFrom(DueDate date) => new(date.From.On.Year, 1, 15);

    private static string SchoolKey(DateOnly day) => Key(School, $"{day:yyyy-MM-dd}");

    private Task<bool> PlanAsync(Guid recordId, string key, DateOnly day, CancellationToken cancellationToken) =>
        occurrences.PlanAsync(context, DueMoments.Kind, recordId, key, UkTime.StartOf(day), cancellationToken);

    private IEnumerable<(string Key, DateOnly? Day)> Of(ReadRecord read, DateOnly today)
    {
        foreach (var date in read.Dates.Where(date => date.IsOpen && date.Day >= today))
        {
            if (Announced.Contains(date.Rule.Code))
            {
                yield return (DelayKey(date), Before(date.Day!.Value, DelayReadyDays));
            }
            else if (AdviceKey(date) is { } advice)
            {
                yield return (advice, date.Day!.Value.AddDays(1));
            }
            else if (ReviewKey(date) is { } review)
            {
                yield return (review, date.Day!.Value.AddDays(-7 * ReviewWeeks));
            }
        }

        foreach (var date in read.Dates.Where(date => IsMoveToCome(date, today)))
        {
            yield return (MoveKey(date)!, new DateOnly(date.From.On.Year - 1, 9, 15));
            yield return (SchoolKey(SchoolNewsFrom(date)), SchoolNewsFrom(date));
        }

        if (!read.Record.IsOver && read.Child?.BornOn is { } born && Ages.SwitchDay(born) is var turn && turn >= today)
        {
            yield return (RightsKey(turn), turn);
            yield return (RightsSoonKey(turn), turn > today ? turn.AddMonths(-MonthsBeforeRights) : null);
        }
    }

    /// <summary>So many working days before. Where the bank holidays of that year are not loaded, a week for each five and one for holidays: soon enough in every year.</summary>
    public DateOnly Before(DateOnly day, int days) => Counting.Count(day, [new Step(Unit.WorkingDaysOf, -days)], workingDays).Day ?? day.AddDays(-7 * ((days / 5) + 1));

    private static string Key(string what, string which) => $"{what} {which}";
}
