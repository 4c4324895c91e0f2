using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>What the register holds about a child or young person. Who agreed to what is kept as evidence for six years (send-law §4.7, proposed).</summary>
internal sealed class PersonalData(RegisterDbContext context, RegisterReader reader, Ending ending, Codes codes, IPeople people, AuditTrail audit) : IPersonalData
{
    private const int YearsOfEvidence = 6;

    public string Holder => "Register of disabled children";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        List<PersonalRecord> copy = [];
        var lists = await codes.ReadAsync(cancellationToken);
        foreach (var entry in await OfAsync(personId, cancellationToken))
        {
            copy.Add(new PersonalRecord(
                "Your entry on the register", entry.ReceivedAt,
                [
                    new("Reference", entry.Reference), new("State", RegisterWords.Of(entry.State)), new("Lives in", entry.Area), new("What is hard", string.Join("; ", entry.DifficultiesRead().Select(RegisterWords.Of))),
                    new("School", entry.School), new("Extra help", RegisterWords.Of(entry.Help)), new("Would like", entry.Wanted), .. Coded(entry, lists), new("Who decides, as seen", entry.Evidence is { } seen ? RegisterWords.Of(seen) : ""),
                ]));
            copy.AddRange((await reader.HistoryAsync(entry.Id, cancellationToken)).Select(said => new PersonalRecord(
                "What was agreed to", said.At, [new("Use", said.Purpose), new("Who gets it", said.Recipient), new("Said", said.Decision.ToString()), new("As", RegisterWords.Of(said.Capacity))])));
        }

        return copy;
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var entries = await OfAsync(personId, cancellationToken);
        var said = new List<ConsentEvent>();
        foreach (var entry in entries)
        {
            said.AddRange(await reader.HistoryAsync(entry.Id, cancellationToken));
        }

        return
        [
            new("What the register says of you", entries.Count(entry => entry.SaysSomething)),
            new("What you agreed to", said.Count, "It shows what we were allowed to do", said.Count == 0 ? null : UkTime.DateIn(said.Max(one => one.At)).AddYears(YearsOfEvidence)),
        ];
    }

    public async Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        foreach (var entry in await OfAsync(personId, cancellationToken))
        {
            await ending.EndAsync(entry, EntryState.Left, reason, cancellationToken);
            if (entry.SaysSomething)
            {
                entry.Forget();
                audit.Record(context, RegisterAudit.Erased, RegisterEntry.Subject, entry.Id, reason, personIds: [personId]);
                await context.SaveChangesAsync(cancellationToken);
            }
        }
    }

    public async Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var stopped = 0;
        foreach (var entry in await OfAsync(personId, cancellationToken))
        {
            stopped += await ending.EndAsync(entry, EntryState.Left, reason, cancellationToken) ? 1 : 0;
        }

        return stopped;
    }

    private static IEnumerable<KeyValuePair<string, string>> Coded(RegisterEntry entry, CodeLists lists)
    {
        var coded = entry.Coded();
        return
        [
            new("Learns at", lists.Words(CodeLists.Setting, coded.Setting)), new("Help used", lists.Words(CodeLists.Service, coded.ServicesUsed)),
            new("Help wanted", lists.Words(CodeLists.Service, coded.ServicesWanted)),
        ];
    }

    private async Task<List<RegisterEntry>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var records = await people.RecordsOfAsync(personId, cancellationToken);
        return await reader.For(PublicTask.OwnEntry).Where(entry => records.Contains(entry.ChildId)).OrderBy(entry => entry.ReceivedAt).ToListAsync(cancellationToken);
    }
}
