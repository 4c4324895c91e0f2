using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What fell away with an event that was not so after all is needed again. What has no day to come waits for an officer, who looks first.</summary>
internal sealed class BroughtBack(EhcpDbContext context, Recipients recipients, TimeProvider clock)
{
    /// <summary>With the record locked, in the transaction that is open. The caller saves.</summary>
    public async Task BringBackAsync(ReadRecord read, EhcEvent wrong, CancellationToken cancellationToken)
    {
        if (read.Child is not { DiedOn: null } child || read.Record.IsOver)
        {
            return;
        }

        var kinds = await context.TouchpointKinds.AsNoTracking().ToDictionaryAsync(kind => kind.Code, cancellationToken);
        var open = read.Dates.Where(date => date.IsOpen).Select(RecordMoments.DelayKey).ToHashSet();
        foreach (var one in await context.Touchpoints
            .Where(one => one.RecordId == read.Record.Id && one.State == TouchpointState.Cancelled && one.NotNeededBecause == null && one.CreatedAt <= wrong.RecordedAt).ToListAsync(cancellationToken))
        {
            var kind = kinds[one.Code];
            var cause = read.Happened.FirstOrDefault(happening => happening.Id == one.EventId);
            var fellAway = one.Code == TouchpointKind.Delay ? open.Contains(one.Occasion) : cause is not null && Ends(kind, wrong.Kind);
            if (fellAway && !read.Happened.Any(later => later.RecordedAt > one.CreatedAt && Ends(kind, later.Kind)) && !await HasAnsweredAsync(one, cancellationToken)
                && (await recipients.OfAsync(kind.Who, read.Record, child, cancellationToken)).Contains(one.PersonId))
            {
                one.State = cause is not null && kind.CountsFrom(cause.On, clock.Today()).AddDays(kind.After) > clock.Today() ? TouchpointState.Planned : TouchpointState.Waiting;
            }
        }
    }

    private static bool Ends(TouchpointKind kind, EventKind end) => Stages.Leaves(end) || kind.Ends.Contains(end);

    /// <summary>Whoever has answered themselves needs no reminder.</summary>
    private Task<bool> HasAnsweredAsync(Touchpoint one, CancellationToken cancellationToken) => context.PlanAnswers.AnyAsync(
        answer => answer.PersonId == one.PersonId && context.Plans.Any(plan => plan.Id == answer.PlanId && plan.EventId == one.EventId), cancellationToken);
}
