using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// Nobody who waits hears nothing for 14 days unless it was seen on days 10 and 13. News leaves by itself before day 10; when it says the same as the
/// last time, somebody calls.
/// </summary>
internal sealed class SilenceGuard(EhcpDbContext context, IPeople people, Recipients recipients, Planner planner, RecordMoments moments, WorkingDays workingDays, TimeProvider clock)
{
    /// <summary>First the coordinator looks, then the team manager, then the head of SEND.</summary>
    public static readonly IReadOnlyList<int> Days = [10, 13, 14];

    /// <summary>Begins the occasion of a call that is to be made because news said the same twice.</summary>
    public const string SameWords = "same ";

    private const string Silence = "silence ";
    private const string News = "news ";
    private const int NewsAfter = 9;

    private static readonly List<Stage> Settled = [Stage.PlanInPlace, Stage.ReviewBooked];

    /// <summary>Whether a family waits for somebody. A plan that is in place with no review held, and a record that is over, are not waited on.</summary>
    public static bool Waits(Stage stage) => !Stages.IsOver(stage) && !Settled.Contains(stage);

    /// <summary>The last working day on which news can leave before somebody would have to look: nothing leaves on a Sunday or a bank holiday.</summary>
    public static DateOnly NewsDay(DateOnly told, WorkingDays workingDays)
    {
        var day = told.AddDays(NewsAfter);
        while (day > told.AddDays(1) && workingDays.Covers(day) && !workingDays.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>With the record locked, in the transaction that is open.</summary>
    public async Task LookAsync(ReadRecord read, CancellationToken cancellationToken)
    {
        if (read.Child is not { DiedOn: null })
        {
            return;
        }

        var today = clock.Today();
        if (await context.Records.AnyAsync(first => first.ChildId == read.Record.ChildId && !first.IsOver && !Settled.Contains(first.Stage) && first.Id < read.Record.Id, cancellationToken))
        {
            // Two rows turned out to be one child, and the family hears by the first record until somebody has closed one of the two.
            await EndAsync(read.Record, [], cancellationToken);
            await moments.PlanWatchAsync(read.Record.Id, today.AddDays(1), cancellationToken);
            return;
        }

        List<Guid?> persons = Waits(read.Record.Stage) ? [.. (await recipients.OfAsync("everybody", read.Record, read.Child, cancellationToken)).Cast<Guid?>().DefaultIfEmpty(null)] : [];
        await EndAsync(read.Record, persons, cancellationToken);
        if (persons.Count == 0)
        {
            return;
        }

        var waitsSince = WaitsSince(read);
        var told = await ToldAsync(read.Record.Id, cancellationToken);
        List<DateOnly> next = [];
        foreach (var person in persons)
        {
            var since = person is { } known && told.TryGetValue(known, out var at) && at > waitsSince ? at : waitsSince;
            await RaiseAsync(read, person, since, today, cancellationToken);
            var newsOn = person is { } reached ? await SendNewsAsync(read, reached, since, today, cancellationToken) : DateOnly.MaxValue;
            next.Add(NextLook(since, newsOn, today));
        }

        await moments.PlanWatchAsync(read.Record.Id, next.Min(), cancellationToken);
    }

    /// <summary>Whoever does not wait any more, or is not concerned any more, is no silence; and nobody is to call whoever may not be told.</summary>
    private async Task EndAsync(EhcRecord record, List<Guid?> persons, CancellationToken cancellationToken)
    {
        foreach (var alert in await context.SilenceAlerts.Where(alert => alert.RecordId == record.Id && alert.EndedAt == null && !persons.Contains(alert.PersonId)).ToListAsync(cancellationToken))
        {
            alert.EndedAt = clock.GetUtcNow();
        }

        // A question stays until somebody ends it with a reason.
        foreach (var task in await context.Touchpoints
            .Where(one => one.RecordId == record.Id && one.Mode == TouchpointMode.Task && one.State == TouchpointState.Waiting && one.Code != TouchpointKind.QuestionAnswered).ToListAsync(cancellationToken))
        {
            task.State = await recipients.MayBeToldAsync(task, record, cancellationToken) ? task.State : TouchpointState.Cancelled;
        }
    }

    /// <summary>The day on which the family began to wait, as it was written down: nobody could have looked before.</summary>
    private static DateOnly WaitsSince(ReadRecord read)
    {
        var since = UkTime.DateIn(read.Record.RecordedAt);
        for (var place = 1; place < read.Happened.Count; place++)
        {
            if (!Waits(Stages.Of([.. read.Happened.Take(place)])) && Waits(Stages.Of([.. read.Happened.Take(place + 1)])) && UkTime.DateIn(read.Happened[place].RecordedAt) is var day && day > since)
            {
                since = day;
            }
        }

        return since;
    }

    /// <summary>When each was last told something useful.</summary>
    private async Task<Dictionary<Guid, DateOnly>> ToldAsync(Guid recordId, CancellationToken cancellationToken)
    {
        var told = await context.Touchpoints.Where(one => one.RecordId == recordId && one.State == TouchpointState.Made && one.IsUseful && one.SettledAt != null)
            .GroupBy(one => one.PersonId).Select(group => new { Person = group.Key, At = group.Max(one => one.SettledAt) }).ToListAsync(cancellationToken);

        // Two rows of People may have turned out to be one person since.
        var known = await people.FindAsync([.. told.Select(row => row.Person)], cancellationToken);
        return told.GroupBy(row => known.TryGetValue(row.Person, out var person) ? person.Id : row.Person).ToDictionary(rows => rows.Key, rows => UkTime.DateIn(rows.Max(row => row.At)!.Value));
    }

    /// <summary>After the last of the days the task and the lists stand; it is looked at again each week, because whom it concerns may change.</summary>
    private static DateOnly NextLook(DateOnly since, DateOnly newsOn, DateOnly today) =>
        Days.Select(since.AddDays).Append(newsOn).Where(day => day > today).Append(today.AddDays(7)).Min();

    private async Task RaiseAsync(ReadRecord read, Guid? person, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var silent = today.DayNumber - since.DayNumber;
        var raised = await context.SilenceAlerts.Where(alert => alert.RecordId == read.Record.Id && alert.PersonId == person && alert.Since == since).ToListAsync(cancellationToken);
        foreach (var alert in raised)
        {
            // What seemed to end it did not arrive after all.
            alert.EndedAt = null;
        }

        foreach (var day in Days.Where(day => day <= silent).Except(raised.Select(alert => alert.Day)))
        {
            var now = clock.GetUtcNow();
            context.SilenceAlerts.Add(new SilenceAlert { Id = Guid.CreateVersion7(now), RecordId = read.Record.Id, PersonId = person, Since = since, Day = day, RaisedAt = now });
        }

        if (person is { } known && silent >= Days[0])
        {
            await CallAsync(read, Silence, known, since, today, cancellationToken);
        }
    }

    /// <returns>When news is due next.</returns>
    private async Task<DateOnly> SendNewsAsync(ReadRecord read, Guid person, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var last = await context.Touchpoints
            .Where(Touchpoint.IsNewsByItself).Where(one => one.RecordId == read.Record.Id && ids.Contains(one.PersonId) && one.AskedAt != null)
            .OrderByDescending(one => one.AskedAt).FirstOrDefaultAsync(cancellationToken);
        var from = last?.AskedAt is { } asked && UkTime.DateIn(asked) is var day && day > since ? day : since;
        if (today < NewsDay(from, workingDays) || last?.State == TouchpointState.Asked)
        {
            // While the last news is on its way, more of it would only pile up.
            return NewsDay(from, workingDays);
        }

        var isLate = read.Dates.Any(date => date is { State: DueState.Late, Rule: { Kind: RuleKind.Law, Whose: Actors.Council } });
        var started = await planner.StartAsync(
            read, isLate ? OtherStart.LateNewsDue : OtherStart.NewsDue, new Cause($"{News}{today:yyyy-MM-dd}", today, PersonId: person), cancellationToken);
        if (last is { State: TouchpointState.Made } && started.Any(news => news.Words == last.Words) && !await HeardElseAsync(last, ids, cancellationToken))
        {
            // Each pair is a call of its own.
            await CallAsync(read, SameWords, person, today, today, cancellationToken);
        }

        return NewsDay(today, workingDays);
    }

    /// <summary>Something useful came between, so that the two are not one after the other.</summary>
    private Task<bool> HeardElseAsync(Touchpoint last, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => context.Touchpoints.Where(Touchpoint.IsNoNewsByItself).AnyAsync(
        one => one.RecordId == last.RecordId && ids.Contains(one.PersonId) && one.Id != last.Id && one.State == TouchpointState.Made && one.IsUseful && one.SettledAt > last.AskedAt,
        cancellationToken);

    /// <summary>A call for the officer to make, unless the same one waits already.</summary>
    private async Task CallAsync(ReadRecord read, string why, Guid person, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var waiting = await context.Touchpoints
            .Where(one => one.RecordId == read.Record.Id && ids.Contains(one.PersonId) && one.Code == TouchpointKind.News && one.Mode == TouchpointMode.Task && one.State == TouchpointState.Waiting)
            .Select(one => one.Occasion).ToListAsync(cancellationToken);
        if (!waiting.Exists(occasion => occasion.StartsWith(why, StringComparison.Ordinal)))
        {
            await planner.StartAsync(
                read, OtherStart.NewsDue, new Cause($"{why}{since:yyyy-MM-dd}", today, PersonId: person, DueOn: today.AddDays(1), AsTask: true), cancellationToken);
        }
    }
}
