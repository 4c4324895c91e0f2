using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What somebody was told about an EHC record, and what they asked. It is kept as long as the record.</summary>
internal sealed class TouchpointData(EhcpDbContext context, IPeople people, AuditTrail audit) : IPersonalData
{
    public string Holder => "Messages and questions about EHC plans";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(personId, cancellationToken);
        var told = await context.Touchpoints.AsNoTracking().Where(one => ids.Contains(one.PersonId) && one.Words != null).OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var asked = await context.Questions.AsNoTracking().Where(one => ids.Contains(one.PersonId)).OrderBy(one => one.AskedAt).ToListAsync(cancellationToken);
        return
        [
            .. told.Select(one => new PersonalRecord(
                "What we told you about an EHC plan", one.AskedAt ?? one.SettledAt ?? one.CreatedAt, [new("Words", one.Words!), new("What became of it", TouchpointWords.Of(one.State))])),
            .. asked.Select(one => new PersonalRecord("Your question about an EHC plan", one.AskedAt, [new("Question", one.Words), new("Answer", one.Answer ?? "")])),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(personId, cancellationToken);
        var count = await context.Touchpoints.CountAsync(one => ids.Contains(one.PersonId), cancellationToken) + await context.Questions.CountAsync(one => ids.Contains(one.PersonId), cancellationToken);
        return count > 0 ? [new ErasureStep(Holder, count, "The council has not decided yet how long records of children are kept")] : [];
    }

    /// <summary>The plan keeps everything, so there is nothing to erase.</summary>
    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What waits for an officer, or for its day, is not needed any more. What has left is Messaging's.</summary>
    public async Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(personId, cancellationToken);
        var stopped = await context.Touchpoints.Where(Touchpoint.HasNotLeft)
            .Where(one => ids.Contains(one.PersonId) || context.Records.Any(record => record.Id == one.RecordId && ids.Contains(record.ChildId))).ToListAsync(cancellationToken);
        foreach (var touchpoint in stopped)
        {
            touchpoint.State = TouchpointState.Cancelled;
        }

        if (stopped.Count > 0)
        {
            audit.Record(context, EhcpAudit.TouchpointsStopped, "person", personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return stopped.Count;
    }

    /// <summary>Two records that are one person.</summary>
    private async Task<List<Guid>> IdsAsync(Guid personId, CancellationToken cancellationToken) =>
        [personId, (await people.FindAsync([personId], cancellationToken)).GetValueOrDefault(personId)?.Id ?? personId];
}
