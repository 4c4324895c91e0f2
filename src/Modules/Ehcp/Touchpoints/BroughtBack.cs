using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// What fell away with an event that was not so after all, or with a death that was none, is needed again. What has no day to come waits for an officer, who
/// looks first.
/// </summary>
internal sealed class BroughtBack(EhcpDbContext context, Recipients recipients, IPeople people, TimeProvider clock)
{
    /// <summary>With the record locked, in the transaction that is open. The caller saves.</summary>
    public Task BringBackAsync(ReadRecord read, EhcEvent wrong, CancellationToken cancellationToken) => read.Record.IsOver
        ? Task.CompletedTask
        : BringBackAsync(read, context.Touchpoints.Where(one => one.CreatedAt <= wrong.RecordedAt), (_, kind, cause) => cause is not null && Ends(kind, wrong.Kind), cancellationToken);

    /// <summary>The same, when nobody whom it concerns has died after all.</summary>
    public Task BringBackAsync(ReadRecord read, CancellationToken cancellationToken) => BringBackAsync(
        read, context.Touchpoints.Where(one => one.StoppedAt != null), (one, _, cause) => one.EventId is null || cause is not null, cancellationToken);

    private async Task BringBackAsync(
        ReadRecord read, IQueryable<Touchpoint> fallen, Func<Touchpoint, TouchpointKind, Happening?, bool> fellAway, CancellationToken cancellationToken)
    {
        if (read.Child is not { DiedOn: null } child)
        {
            return;
        }

        var kinds = await context.TouchpointKinds.AsNoTracking().ToDictionaryAsync(kind => kind.Code, cancellationToken);
        var open = read.Dates.Where(date => date.IsOpen).Select(RecordMoments.DelayKey).ToHashSet();
        foreach (var one in await fallen
            .Where(one => one.RecordId == read.Record.Id && one.State == TouchpointState.Cancelled && one.NotNeededBecause == null).ToListAsync(cancellationToken))
        {
            var kind = kinds[one.Code];
            var cause = read.Happened.FirstOrDefault(happening => happening.Id == one.EventId);
            if (!(one.Code == TouchpointKind.Delay ? open.Contains(one.Occasion) : fellAway(one, kind, cause))
                || read.Happened.Any(later => later.RecordedAt > one.CreatedAt && Ends(kind, later.Kind)))
            {
                continue;
            }

            var ids = await people.RecordsOfAsync(one.PersonId, cancellationToken);
            if (!await HasAnsweredAsync(one, ids, cancellationToken)
                && (TouchpointKind.TellsChild(one.Code, one.PersonId, read.Record.ChildId, read.Record.LoggedForId) || (await recipients.OfAsync(kind.Who, read.Record, child, cancellationToken)).Any(ids.Contains)))
            {
                (one.State, one.StoppedAt) = (cause is not null && kind.CountsFrom(cause.On, clock.Today()).AddDays(kind.After) > clock.Today() ? TouchpointState.Planned : TouchpointState.Waiting, null);
            }
        }
    }

    private static bool Ends(TouchpointKind kind, EventKind end) => Stages.Leaves(end) || kind.Ends.Contains(end);

    /// <summary>Whoever has answered themselves needs no reminder.</summary>
    private Task<bool> HasAnsweredAsync(Touchpoint one, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => context.PlanAnswers.AnyAsync(
        answer => ids.Contains(answer.PersonId) && context.Plans.Any(plan => plan.Id == answer.PlanId && plan.EventId == one.EventId), cancellationToken);
}
