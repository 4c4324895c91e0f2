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
    EhcpDbContext context, RecordReader reader, PlanReader plans, Parties parties, Viewers viewers, IPeople people, Planner planner, AuditTrail audit, Actor actor, TimeProvider clock)
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

        var ids = await people.RecordsOfAsync(person, cancellationToken);
        foreach (var reminder in await context.Touchpoints.Where(one => one.EventId == sent.Id && ids.Contains(one.PersonId) && Reminders.Contains(one.Code))
            .Where(Touchpoint.HasNotLeft).ToListAsync(cancellationToken))
        {
            reminder.State = TouchpointState.Cancelled;
        }

        await context.SaveChangesAsync(cancellationToken);
        var (kind, today) = (PlanRules.AnswerTo(sent.Kind), clock.Today());
        if (await HaveAllAnsweredAsync(child, planId, today, cancellationToken)
            && !read.Happened.Any(one => one.Kind == kind && one.RecordedAt >= sent.RecordedAt)
            && await ServedByAsync(read, sent.Id, today, cancellationToken) is { } served
            && Sequence.Problem(kind, today, null, served.Happened, EhcpWords.Of) is null)
        {
            await RecordAsync(served, kind, today, cancellationToken);
        }
    }

    /// <summary>Whoever has answered has it, so it was served no later than on that day, whatever is reckoned for the post.</summary>
    private async Task<ReadRecord?> ServedByAsync(ReadRecord read, Guid sentId, DateOnly today, CancellationToken cancellationToken)
    {
        if (read.Events.FirstOrDefault(one => one.Id == sentId) is not { } sent || sent.HappenedOn <= today)
        {
            return read;
        }

        sent.AnsweredOn(today);
        await context.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(read.Record.Id, null, cancellationToken);
    }

    /// <summary>
    /// Only those who may see the draft and have a say in it: a parent who may not be told, a social worker and a foster carer stop nobody's answer. From the
    /// switch on the young person's answer counts, or that of a deputy who decides for them.
    /// </summary>
    private async Task<bool> HaveAllAnsweredAsync(Person child, Guid planId, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = await context.PlanAnswers.Where(answer => answer.PlanId == planId).Select(answer => answer.PersonId).ToListAsync(cancellationToken);
        List<Guid> answered = [.. (await people.FindAsync(ids, cancellationToken)).Values.Select(person => person.Id)];
        var all = await parties.OfAsync(child, today, cancellationToken);
        if (Ages.IsYoungPerson(child.BornOn, today))
        {
            return answered.Contains(child.Id) || all.Any(party => party.Kind == RelationshipKind.Deputy && answered.Contains(party.PersonId));
        }

        foreach (var party in all.Where(party => party.HasResponsibility && !answered.Contains(party.PersonId)))
        {
            if (await viewers.MaySeeAsync(party.PersonId, child.Id, cancellationToken))
            {
                return false;
            }
        }

        return answered.Count > 0;
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
