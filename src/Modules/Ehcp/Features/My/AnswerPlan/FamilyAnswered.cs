using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.AnswerPlan;

/// <summary>
/// What follows from an answer. Whoever answered is not reminded any more. The answer of the family is an event when everybody who may give one has:
/// each person with parental responsibility has their own 15 days, and the first answer takes nobody's away; a young person decides alone.
/// </summary>
internal sealed class FamilyAnswered(
    EhcpDbContext context, RecordReader reader, PlanReader plans, Parties parties, Planner planner, AuditTrail audit, Actor actor, TimeProvider clock)
{
    private static readonly List<string> Reminders = ["NA-16", "AR-05"];

    /// <summary>In the transaction of the answer, with the record locked.</summary>
    public async Task FollowAsync(Guid recordId, Guid planId, Guid person, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(recordId, null, cancellationToken) is not { Child: { } child } read
            || (await plans.OfAsync(recordId, cancellationToken)).FirstOrDefault(plan => plan.Plan.Id == planId)?.Sent is not { } sent)
        {
            return;
        }

        foreach (var reminder in await context.Touchpoints.Where(one => one.EventId == sent.Id && one.PersonId == person && Reminders.Contains(one.Code))
            .Where(Touchpoint.HasNotLeft).ToListAsync(cancellationToken))
        {
            reminder.State = TouchpointState.Cancelled;
        }

        await context.SaveChangesAsync(cancellationToken);
        var (kind, today) = (PlanRules.AnswerTo(sent.Kind), clock.Today());
        if (await HaveAllAnsweredAsync(child, planId, today, cancellationToken)
            && !read.Happened.Any(one => one.Kind == kind && one.RecordedAt >= sent.RecordedAt)
            && Sequence.Problem(kind, today, null, read.Happened, EhcpWords.Of) is null)
        {
            await RecordAsync(read, kind, today, cancellationToken);
        }
    }

    private async Task<bool> HaveAllAnsweredAsync(Person child, Guid planId, DateOnly today, CancellationToken cancellationToken)
    {
        var answered = await context.PlanAnswers.Where(answer => answer.PlanId == planId).Select(answer => answer.PersonId).ToListAsync(cancellationToken);
        return Ages.IsYoungPerson(child.BornOn, today)
            ? answered.Contains(child.Id)
            : (await parties.OfAsync(child, today, cancellationToken)).All(party => answered.Contains(party.PersonId));
    }

    private async Task RecordAsync(ReadRecord read, EventKind kind, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = new EhcEvent { Id = Guid.CreateVersion7(now), RecordId = read.Record.Id, Kind = kind, HappenedOn = today, RecordedAt = now, RecordedBy = actor.Id };
        context.Events.Add(added);
        reader.Follow(read.Record, [.. read.Events, added], read.Child);
        audit.Record(
            context, EhcpAudit.Recorded, EhcRecord.Subject, read.Record.Id, personIds: [read.Record.ChildId], changes: [new AuditChange("event", null, $"{kind} {today:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        await planner.StartAsync(added, cancellationToken);
    }
}
