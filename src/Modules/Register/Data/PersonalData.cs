using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Retaining;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>What the register holds about a child or young person. Who agreed to what is kept as evidence for six years (send-law §4.7, proposed).</summary>
internal sealed class PersonalData(
    RegisterDbContext context, RegisterReader reader, Ending ending, EntryEraser eraser, SharesOfEntries shares, Codes codes, IContactPoints points, IPeople people) : IPersonalData
{
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
                "What was agreed to", said.At, [new("Use", RegisterWords.Use(said.Purpose)), new("Who gets it", said.RecipientName ?? "Nobody was named"), new("Said", RegisterWords.Of(said.Decision)), new("As", RegisterWords.Of(said.Capacity))])));
            copy.AddRange((await shares.ShownAsync(entry.Id, cancellationToken)).Select(given => new PersonalRecord(
                "Who we gave it to", given.At, [new("Who", given.Recipient), new("Why", given.Ground is { } ground ? MailingWords.Of(ground) : "You had said yes")])));
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

        // Given in any of these entries, or under any of them shared: nobody's name, and nothing of what was hard.
        var given = 0;
        foreach (var entry in entries)
        {
            given += await context.SharedEntries.CountAsync(shared => shared.EntryId == entry.Id, cancellationToken);
        }

        DateOnly? until = entries.Count == 0 ? null : UkTime.DateIn(entries.Max(entry => entry.ReceivedAt)).AddYears(RetentionRules.YearsOfEvidence);
        return
        [
            new("What the register says of you", entries.Count(entry => entry.ErasedOn is null)),
            new("What you agreed to", said.Count, "It shows what we were allowed to do", said.Count == 0 ? null : UkTime.DateIn(said.Max(one => one.At)).AddYears(RetentionRules.YearsOfEvidence)),
            new("That there was an entry, and its days", entries.Count, "It shows that we kept the register, and no name stands in it", until),
            new("Times your entry was given to somebody", given, "It shows who was given what, so that they can be told to delete it", until),
        ];
    }

    public async Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        foreach (var entry in await OfAsync(personId, cancellationToken))
        {
            await eraser.EraseAsync(entry, reason, cancellationToken);
        }

        // What somebody typed on a form for a child is theirs, and not the child's.
        var records = await people.RecordsOfAsync(personId, cancellationToken);
        foreach (var typed in await reader.For(PublicTask.OwnEntry).Where(entry => records.Contains(entry.ApplicantId) && entry.ContactPointId != null).Select(entry => entry.ContactPointId!.Value).ToListAsync(cancellationToken))
        {
            await points.ForgetProposedAsync(typed, cancellationToken);
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
