using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What somebody was told about an EHC record, and what they asked. It is kept as long as the record.</summary>
internal sealed class TouchpointData(EhcpDbContext context, IPeople people, Occurrences occurrences, AuditTrail audit, TimeProvider clock) : IPersonalData
{
    public string Holder => "Messages and questions about EHC plans";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        var told = await context.Touchpoints.AsNoTracking().Where(one => ids.Contains(one.PersonId) && one.Words != null).OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var asked = await context.Questions.AsNoTracking().Where(one => ids.Contains(one.PersonId)).OrderBy(one => one.AskedAt).ToListAsync(cancellationToken);
        var answered = await (
            from answer in context.Answers.AsNoTracking()
            join touchpoint in context.Touchpoints on answer.TouchpointId equals touchpoint.Id
            where ids.Contains(touchpoint.PersonId)
            orderby answer.AnsweredAt
            select answer).ToListAsync(cancellationToken);
        var facts = await context.Facts.AsNoTracking().Where(fact => fact.PersonId != null && ids.Contains(fact.PersonId.Value)).OrderBy(fact => fact.RecordedAt).ToListAsync(cancellationToken);
        var calls = await context.Calls.AsNoTracking().Where(call => ids.Contains(call.PersonId)).OrderBy(call => call.CalledAt).ToListAsync(cancellationToken);
        return
        [
            .. facts.Select(fact => new PersonalRecord("What you told us", fact.RecordedAt, [new("About", FactWords.Of(fact.Topic)), new("On", fact.ToldOn.Long()), new("What", fact.Words)])),
            .. calls.Select(call => new PersonalRecord("We called you about an EHC plan", call.CalledAt, [new("How it ended", call.Outcome switch
            {
                CallOutcome.Spoken => "We spoke to you",
                CallOutcome.NobodyAnswered => "Nobody answered",
                _ => "We asked you to call us",
            })])),
            .. told.Select(one => new PersonalRecord(
                "What we told you about an EHC plan", one.AskedAt ?? one.SettledAt ?? one.CreatedAt, [new("Words", one.Words!), new("What became of it", TouchpointWords.Of(one.State))])),
            .. asked.Select(one => new PersonalRecord("Your question about an EHC plan", one.AskedAt, [new("Question", one.Words), new("Answer", one.Answer ?? "")])),
            .. answered.Select(one => new PersonalRecord(
                "How it was for you", one.AnsweredAt, [new("You know what happens next", $"{one.KnowsNext}"), new("It was good for you", $"{one.WasGood}"), new("Words", one.Words ?? ""), new("Who wrote it", one.WrittenBy is null ? "You" : "We did, on the phone with you")])),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        var count = await context.Touchpoints.CountAsync(one => ids.Contains(one.PersonId), cancellationToken) + await context.Questions.CountAsync(one => ids.Contains(one.PersonId), cancellationToken)
            + await context.Facts.CountAsync(one => one.PersonId != null && ids.Contains(one.PersonId.Value), cancellationToken)
            + await context.Answers.CountAsync(one => context.Touchpoints.Any(touchpoint => touchpoint.Id == one.TouchpointId && ids.Contains(touchpoint.PersonId)), cancellationToken);
        return count > 0 ? [new ErasureStep(Holder, count, "The council has not decided yet how long records of children are kept")] : [];
    }

    /// <summary>The plan keeps everything, so there is nothing to erase.</summary>
    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What waits for an officer, or for its day, is not needed any more. What has left is Messaging's.</summary>
    public Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken) => StopAsync(personId, reason, stoppedAt: null, cancellationToken);

    /// <summary>The same after a death, which may be taken back.</summary>
    public async Task DiedAsync(Guid personId, CancellationToken cancellationToken)
    {
        await StopAsync(personId, "A death was recorded", clock.GetUtcNow(), cancellationToken);
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        foreach (var record in await context.Records.Where(record => ids.Contains(record.ChildId)).Select(record => record.Id).ToListAsync(cancellationToken))
        {
            // Nobody has looked on these days, so they can be planned again.
            await occurrences.CancelAsync(context, record, DueMoments.Kind, cancellationToken: cancellationToken);
        }
    }

    private async Task<int> StopAsync(Guid personId, string reason, DateTimeOffset? stoppedAt, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        var stopped = await context.Touchpoints.Where(Touchpoint.HasNotLeft)
            .Where(one => ids.Contains(one.PersonId) || context.Records.Any(record => record.Id == one.RecordId && ids.Contains(record.ChildId))).ToListAsync(cancellationToken);
        foreach (var touchpoint in stopped)
        {
            (touchpoint.State, touchpoint.StoppedAt) = (TouchpointState.Cancelled, stoppedAt);
        }

        // Nobody is silent towards the dead.
        var alerts = await context.SilenceAlerts
            .Where(one => one.EndedAt == null && (ids.Contains(one.PersonId!.Value) || context.Records.Any(record => record.Id == one.RecordId && ids.Contains(record.ChildId)))).ToListAsync(cancellationToken);
        foreach (var alert in alerts)
        {
            alert.EndedAt = clock.GetUtcNow();
        }

        if (stopped.Count + alerts.Count > 0)
        {
            audit.Record(context, EhcpAudit.TouchpointsStopped, "person", personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return stopped.Count;
    }
}
