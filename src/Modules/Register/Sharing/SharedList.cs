using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>What leaves with a share, as a file: those columns only that the family's words name.</summary>
internal sealed class SharedList(RegisterReader reader, IPeople people, IReach reach)
{
    /// <summary>The forum learns how to reach somebody; it is asked for as if we sent there ourselves, so that everything that holds a message holds this too.</summary>
    private static readonly Channel[] Ways = [Channel.Email, Channel.Sms];

    /// <summary>Those of them for whom the use is a yes at this moment, and about whom nothing in People speaks against it.</summary>
    /// <param name="school">Only those who named this school; null for all.</param>
    public async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(ConsentPurpose purpose, string? school, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var consented = await reader.ForAsync(purpose, cancellationToken);
        var ids = consented.Select(one => one.EntryId).ToList();
        var entries = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().Where(entry => ids.Contains(entry.Id)).OrderBy(entry => entry.Reference).ToListAsync(cancellationToken);
        List<RegisterEntry> safe = [];
        foreach (var entry in entries.Where(entry => school is null || entry.School.Trim().Equals(school.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            if (await HeldAsync(entry, cancellationToken) == 0)
            {
                safe.Add(entry);
            }
        }

        return safe;
    }

    public async Task<byte[]> WriteAsync(ConsentPurpose purpose, IReadOnlyList<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(entries);
        List<string> columns =
        [
            .. Columns(SharedFields.NamesTheChild(purpose), "Child"), .. Columns(!SharedFields.NamesTheChild(purpose), "Name"), .. Columns(SharedFields.HasBirthDate(purpose), "Born"),
            .. Columns(SharedFields.HasDifficulties(purpose), "What is hard"), .. Columns(SharedFields.SaysHowToReach(purpose), "How to reach"),
        ];
        var names = await people.NamesAsync([.. entries.SelectMany(entry => new[] { entry.ChildId, entry.ApplicantId }).Distinct()], cancellationToken);
        var children = await people.FindAsync([.. entries.Select(entry => entry.ChildId)], cancellationToken);
        List<IReadOnlyList<string?>> rows = [];
        foreach (var entry in entries)
        {
            rows.Add(
            [
                names.GetValueOrDefault(SharedFields.NamesTheChild(purpose) ? entry.ChildId : entry.ApplicantId)?.Full,
                .. Columns(SharedFields.HasBirthDate(purpose), children.GetValueOrDefault(entry.ChildId)?.BornOn?.Long() ?? ""),
                .. Columns(SharedFields.HasDifficulties(purpose), Difficulties(entry)),
                .. Columns(SharedFields.SaysHowToReach(purpose), SharedFields.SaysHowToReach(purpose) ? await ReachedAsync(entry, cancellationToken) : ""),
            ]);
        }

        return CsvExport.Write(columns, rows);
    }

    /// <summary>All that the entry says, for a share that rests on a law. How to reach the family is not in it.</summary>
    public async Task<byte[]> WriteWholeAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var name = (await people.NamesAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId)?.Full;
        var born = (await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId)?.BornOn;
        return CsvExport.Write(
            ["Reference", "Child", "Born", "Area", "What is hard", "School", "Extra help"],
            [[entry.Reference, name, born?.Long(), entry.Area, Difficulties(entry), entry.School, RegisterWords.Of(entry.Help)]]);
    }

    private static string Difficulties(RegisterEntry entry) => string.Join("; ", entry.DifficultiesRead().Select(RegisterWords.Of));

    private static IEnumerable<string> Columns(bool isIn, string text) => isIn ? [text] : [];

    private async Task<int> HeldAsync(RegisterEntry entry, CancellationToken cancellationToken) => (await people.HeldFromAsync(entry.ApplicantId, entry.ChildId, cancellationToken)).Count;

    private async Task<string> ReachedAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        var answers = await reach.AskAsync([.. Ways.Select(way => new ReachQuestion(entry.ApplicantId, entry.ChildId, way, ReachPurpose.Tell))], cancellationToken);
        return answers.FirstOrDefault(answer => answer.May && !answer.To!.IsConfidential)?.To?.Lines[0] ?? "";
    }
}
