using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Counts what a feed holds and gathers what is wrong with it.</summary>
/// <param name="LeavesOut">A record with a problem does not keep the others from being loaded.</param>
internal sealed class FeedReport(bool LeavesOut)
{
    /// <summary>Of a feed where every record has one, nobody reads more.</summary>
    private const int MostNotes = 2_000;

    private readonly List<ImportProblem> problems = [];
    private readonly List<ImportProblem> notes = [];
    private bool isBroken;
    private int unchanged;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    /// <summary>Nothing of the file is loaded.</summary>
    public bool Stops => isBroken || (problems.Count > 0 && !LeavesOut);

    public void Count(Fate fate)
    {
        Added += fate == Fate.Added ? 1 : 0;
        Changed += fate is Fate.Changed or Fate.Closed ? 1 : 0;
        unchanged += fate is Fate.Unchanged or Fate.LeftOut ? 1 : 0;
    }

    public void Add(FeedFindings findings)
    {
        problems.AddRange(findings.Problems);
        notes.AddRange(findings.Notes.Take(MostNotes - notes.Count));
    }

    /// <summary>Nothing of such a file is loaded, whatever may be left out.</summary>
    public void Break(ImportProblem problem)
    {
        isBroken = true;
        problems.Add(problem);
    }

    public void Note(ImportProblem note) => notes.Add(note);

    public ImportReport ToReport() => Stops
        ? new ImportReport(Added + Changed + unchanged, 0, 0, 0, problems) { Notes = notes }
        : new ImportReport(Added + Changed + unchanged, Added, Changed, unchanged, []) { Notes = [.. problems, .. notes] };
}
