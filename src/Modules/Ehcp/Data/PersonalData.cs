using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>What Ehcp holds about a child or young person. Nothing is erased while the council has not said how long it keeps records of children.</summary>
internal sealed class PersonalData(EhcpDbContext context, IPeople people) : IPersonalData
{
    public string Holder => "EHC records";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        List<PersonalRecord> copy = [];
        foreach (var record in await OfAsync(personId, cancellationToken))
        {
            copy.Add(new PersonalRecord(
                "Your EHC record", record.RecordedAt,
                [new("Reference", record.Reference), new("Request received", record.ReceivedOn.Long()), new("Asked for by", EhcpWords.Of(record.AskedBy)), new("What came with it", record.Evidence)]));
            var events = await context.Events.AsNoTracking().Where(one => one.RecordId == record.Id).OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt).ToListAsync(cancellationToken);
            copy.AddRange(events.Select(one => new PersonalRecord(
                "What happened on your EHC record", one.RecordedAt,
                [
                    new("What", EhcpWords.Of(one.Kind, one.Adviser)), new("On", one.HappenedOn.Long()), new("Exception", one.Ground is { } ground ? EhcpWords.Of(ground) : ""),
                    new("Reasons", one.Note ?? ""), new("Taken back", one.WithdrawnAt?.Moment() ?? ""), new("Why it was taken back", one.WithdrawnBecause ?? ""),
                ])));
        }

        return copy;
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken) =>
        (await OfAsync(personId, cancellationToken)).Count is > 0 and var count
            ? [new ErasureStep("EHC records", count, "The council has not decided yet how long records of children are kept")]
            : [];

    /// <summary>The plan keeps everything, so there is nothing to erase.</summary>
    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing here reaches anybody by itself: messages are Messaging's, and the gate asks People each time.</summary>
    public Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.FromResult(0);

    private async Task<List<EhcRecord>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var kept = (await people.FindAsync([personId], cancellationToken)).GetValueOrDefault(personId)?.Id ?? personId;
        return await context.Records.AsNoTracking().Where(record => record.ChildId == personId || record.ChildId == kept).OrderBy(record => record.Id).ToListAsync(cancellationToken);
    }
}
