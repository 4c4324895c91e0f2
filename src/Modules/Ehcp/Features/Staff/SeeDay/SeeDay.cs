using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeDay;

/// <summary>A coordinator's day: what is due, what is at risk, whom nobody reaches, and what others owe, of the records that they look after or cover. By reference: names stand on the record.</summary>
internal sealed record SeeDay : IQuery<Day>
{
    public Permission Permission => EhcpPermissions.Record;
}

internal sealed record Day(IReadOnlyList<DayRow> Due, IReadOnlyList<DayRow> AtRisk, IReadOnlyList<DayRow> Unreached, IReadOnlyList<DayRow> WithOthers);

/// <param name="Page">Where an officer deals with it, below the record.</param>
internal sealed record DayRow(Guid RecordId, string Reference, string What, DateOnly? By, string Page = "");

internal sealed class SeeDayHandler(EhcpDbContext context, LateAdvice advice, Actor actor, TimeProvider clock) : IRequestHandler<SeeDay, Outcome<Day>>
{
    private const int DaysAhead = 10;
    private const int Most = 100;

    public async Task<Outcome<Day>> Handle(SeeDay request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own)
        {
            return Outcome.NotFound;
        }

        var today = clock.Today();
        var mine = RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.Record).Where(record => !record.IsOver && (record.CoordinatorId == own || record.CoverId == own));
        var soon = today.AddDays(DaysAhead);
        var dates = await mine.Where(record => record.NextOn <= soon).OrderBy(record => record.NextOn).ThenBy(record => record.Id).Take(Most)
            .Select(record => new { record.Id, record.Reference, record.NextOn, record.NextCode }).ToListAsync(cancellationToken);
        var tasks = await TasksAsync(mine, today, cancellationToken);
        var laws = dates.ToLookup(record => record.NextOn <= today, record => new DayRow(record.Id, record.Reference, NameOf(record.NextCode), record.NextOn));
        return new Day(
            [.. laws[true].Concat(tasks.Where(task => task.State == TouchpointState.Waiting && task.Row.By <= today).Select(task => task.Row)).OrderBy(row => row.By)],
            [.. laws[false].Concat(tasks.Where(task => task.IsDelay && task.Row.By > today).Select(task => task.Row)).Concat(await SilentAsync(mine, today, nobody: false, cancellationToken)).OrderBy(row => row.By)],
            [.. tasks.Where(task => task.State == TouchpointState.NotMade).Select(task => task.Row), .. await SilentAsync(mine, today, nobody: true, cancellationToken)],
            await WithOthersAsync(mine, today, cancellationToken));
    }

    private static string NameOf(string? code) => RuleBook.Current.All.FirstOrDefault(rule => rule.Code == code)?.Name ?? "Due by law";

    private async Task<List<(TouchpointState State, bool IsDelay, DayRow Row)>> TasksAsync(IQueryable<EhcRecord> mine, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join kind in context.TouchpointKinds on touchpoint.Code equals kind.Code
            join record in mine on touchpoint.RecordId equals record.Id
            where touchpoint.State == TouchpointState.NotMade || (touchpoint.State == TouchpointState.Waiting && (touchpoint.DueOn <= today || touchpoint.Code == TouchpointKind.Delay))
            orderby touchpoint.DueOn, touchpoint.Id
            select new { touchpoint, kind.Title, record.Reference }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(one => (
                one.touchpoint.State, one.touchpoint.Code == TouchpointKind.Delay,
                new DayRow(one.touchpoint.RecordId, one.Reference, one.Title, one.touchpoint.DueOn, $"/{TouchpointWords.PageOf(one.touchpoint)}"))),
        ];
    }

    /// <param name="nobody">There is no person on the record who may be told; else the person hears nothing.</param>
    private async Task<IEnumerable<DayRow>> SilentAsync(IQueryable<EhcRecord> mine, DateOnly today, bool nobody, CancellationToken cancellationToken)
    {
        var silent = await (
            from alert in context.SilenceAlerts.AsNoTracking()
            join record in mine on alert.RecordId equals record.Id
            where alert.EndedAt == null && (alert.PersonId == null) == nobody
            group alert by new { record.Id, record.Reference } into grouped
            orderby grouped.Min(alert => alert.Since), grouped.Key.Id
            select new { grouped.Key.Id, grouped.Key.Reference, Since = grouped.Min(alert => alert.Since) }).Take(Most).ToListAsync(cancellationToken);
        return silent.Select(one => new DayRow(
            one.Id, one.Reference, nobody ? "Nobody is on the record who may be told" : $"Heard nothing for {today.DayNumber - one.Since.DayNumber} days", one.Since.AddDays(Silences.Longest)));
    }

    private async Task<IReadOnlyList<DayRow>> WithOthersAsync(IQueryable<EhcRecord> mine, DateOnly today, CancellationToken cancellationToken)
    {
        var owed = await advice.OfAsync(mine, null, cancellationToken);
        var withFamilies = await mine.Where(record => record.Stage == Stage.DraftYourTurn || record.Stage == Stage.ChangesYourTurn).OrderBy(record => record.Id).Take(Most)
            .Select(record => new { record.Id, record.Reference, record.Stage }).ToListAsync(cancellationToken);
        return
        [
            .. owed.Take(Most).Select(one => new DayRow(
                one.RecordId, one.Reference, $"Advice: {EhcpWords.Of(one.Adviser)}{(one.IsLate(today) ? ", late" : "")}{(one.PromisedFor is { } promised ? $", promised for {promised.Short()}" : "")}",
                one.DueOn, $"/advice/{one.EventId}/chase")),
            .. withFamilies.Select(one => new DayRow(one.Id, one.Reference, EhcpWords.Of(one.Stage), null)),
        ];
    }
}
