using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>An entry on a list, and those whose yes put it there.</summary>
internal sealed record ListedEntry(RegisterEntry Entry, IReadOnlyList<Guid> GiverIds)
{
    public IEnumerable<Guid> PersonIds => GiverIds.Append(Entry.ChildId);

    public override string ToString() => nameof(ListedEntry);
}

/// <summary>What leaves with a share, as a file: those columns only that the family's words name.</summary>
internal sealed class SharedList(RegisterReader reader, RegisterViewers viewers, IPeople people, IReach reach, TimeProvider clock)
{
    /// <summary>The forum learns how to reach somebody; it is asked for as if we sent there ourselves, so that everything that holds a message holds this too.</summary>
    private static readonly Channel[] Ways = [Channel.Email, Channel.Sms];

    /// <summary>Those of them for whom the use is a yes at this moment, and about whom nothing in People speaks against it.</summary>
    /// <param name="recipient">By its name: only who said yes to it; for a school only who named it.</param>
    public async Task<IReadOnlyList<ListedEntry>> EntriesAsync(ConsentPurpose purpose, string recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var consented = (await reader.ForAsync(purpose, SharedFields.NamedFor(purpose, recipient), cancellationToken)).ToDictionary(one => one.EntryId);
        var ids = consented.Keys.ToList();
        var entries = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().Where(entry => ids.Contains(entry.Id)).OrderBy(entry => entry.Reference).ToListAsync(cancellationToken);
        List<ListedEntry> safe = [];
        foreach (var entry in entries.Where(entry => purpose != ConsentPurpose.ShareWithSchool || entry.IsSchool(recipient)))
        {
            List<Guid> givers = [];
            foreach (var giver in consented[entry.Id].GiverIds)
            {
                // Nothing stands between them, and they speak for the child today: a yes does not outlive the right by which it was said.
                if (await viewers.CapacityAsync(giver, entry.ChildId, cancellationToken) is not null)
                {
                    givers.Add(giver);
                }
            }

            if (await ReachedThroughAsync(purpose, entry, givers, cancellationToken) is { Count: > 0 } adults)
            {
                safe.Add(new ListedEntry(entry, adults));
            }
        }

        return safe;
    }

    public async Task<byte[]> WriteAsync(ConsentPurpose purpose, IReadOnlyList<ListedEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(entries);
        var names = await people.NamesAsync([.. entries.SelectMany(one => one.PersonIds).Distinct()], cancellationToken);
        if (!SharedFields.NamesTheChild(purpose))
        {
            List<IReadOnlyList<string?>> adults = [];
            foreach (var (entry, giver) in entries.SelectMany(one => one.GiverIds.Select(giver => (one.Entry, giver))))
            {
                adults.Add([names.GetValueOrDefault(giver)?.Full, await ReachedAsync(giver, entry.ChildId, cancellationToken)]);
            }

            return CsvExport.Write(["Name", "How to reach"], adults);
        }

        var children = await people.FindAsync([.. entries.Select(one => one.Entry.ChildId)], cancellationToken);
        return CsvExport.Write(
            ["Child", .. Columns(SharedFields.HasBirthDate(purpose), "Born"), .. Columns(SharedFields.HasDifficulties(purpose), "What is hard")],
            entries.Select(one => (IReadOnlyList<string?>)
            [
                names.GetValueOrDefault(one.Entry.ChildId)?.Full,
                .. Columns(SharedFields.HasBirthDate(purpose), children.GetValueOrDefault(one.Entry.ChildId)?.BornOn?.Long() ?? ""),
                .. Columns(SharedFields.HasDifficulties(purpose), Difficulties(one.Entry)),
            ]));
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

    /// <summary>A list of adults holds those who said yes themselves, and a young person from 16 on; any other needs one of them behind it.</summary>
    private async Task<IReadOnlyList<Guid>> ReachedThroughAsync(ConsentPurpose purpose, RegisterEntry entry, List<Guid> givers, CancellationToken cancellationToken)
    {
        if (SharedFields.NamesTheChild(purpose) || givers.Count == 0)
        {
            return givers;
        }

        var child = (await people.FindAsync([entry.ChildId], cancellationToken))[entry.ChildId];
        return ConsentRules.Decides(GiverCapacity.Parent, child.BornOn, clock.Today()) ? [.. givers.Where(giver => giver != child.Id)] : givers;
    }

    private async Task<string> ReachedAsync(Guid adult, Guid child, CancellationToken cancellationToken)
    {
        var answers = await reach.AskAsync([.. Ways.Select(way => new ReachQuestion(adult, child, way, ReachPurpose.Tell))], cancellationToken);
        return answers.FirstOrDefault(answer => answer.May && !answer.To!.IsConfidential)?.To?.Lines[0] ?? "";
    }
}
