using Medway.LocalOffer.Platform.SmallNumbers;

namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>What was published on one day, beside the exact numbers behind it.</summary>
/// <param name="Counts">Never leaves the named roles.</param>
/// <param name="Shown">For everybody.</param>
internal sealed record PlanningRelease(PlanningCounts Counts, IReadOnlyDictionary<Cell, PublicCount> Shown)
{
    /// <summary>How much of it is a number, from 0 to 1.</summary>
    public double ShareShown => Shown.Values.Count(count => !count.IsHidden) / (double)Shown.Count;
}

/// <summary>
/// Makes a release from which nobody can work out a count from 1 to 4. Every number, totals too, is rounded by itself and 1 to 4 is hidden,
/// 0 with them (<see cref="SmallNumbers.Releases"/>). That alone is not enough: two hidden cells and a total of "10" can only be 4 and 4. So for each small count
/// another register is looked for that would have led to the very same release with another number there. Whoever knows the release alone, with any
/// sums whatever, cannot tell the two apart. Where there is no such register, numbers are taken out until there is one.
/// <para>
/// Releases are compared too. Whoever knows who joined and left knows by how much each count changed; so the other register must also have led
/// to the same release before this one, with the same changes since.
/// </para>
/// </summary>
internal static class PlanningReleases
{
    /// <summary>Of the releases before, those that are compared: what one reader may know of every change since.</summary>
    public const int Compared = 1;

    /// <summary>
    /// Counts up to this are looked after, though only 1 to 4 must stay unknown: a count of 5 to 9 may be small in the next release, and then it is too
    /// late to take out what this one gave away.
    /// </summary>
    private const int LookedAfter = 9;

    /// <param name="counts">Of today.</param>
    /// <param name="before">Earlier releases, the newest first.</param>
    public static PlanningRelease Make(PlanningCounts counts, IReadOnlyList<PlanningRelease> before)
    {
        var shown = counts.All.ToDictionary(cell => cell.Key, cell => SmallNumbers.Releases.Count(cell.Value));
        var release = new PlanningRelease(counts, shown);
        IReadOnlyList<PlanningRelease> compared = [.. before.Take(Compared)];
        foreach (var (cell, _) in counts.All.Where(IsLookedAfter).OrderBy(cell => cell.Value).ThenBy(cell => cell.Key.Table, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Row, StringComparer.Ordinal).ThenBy(cell => cell.Key.Band))
        {
            foreach (var change in Closest(cell, release, compared).Where(change => Shows(release, change)))
            {
                shown[change.Cell] = SmallNumbers.NotShown;
            }
        }

        return release;

        bool IsLookedAfter(KeyValuePair<Cell, int> cell) =>
            cell.Value <= LookedAfter || compared.Any(earlier => earlier.Counts.Has(cell.Key) && earlier.Counts[cell.Key] <= LookedAfter);
    }

    /// <summary>
    /// The register that could have been of which this release would show least. A new row has no release before; a count that only now became small may have none
    /// that fits the release before as well, and is then safe from whoever does not know every change.
    /// </summary>
    private static IReadOnlyList<Change> Closest(Cell cell, PlanningRelease release, IReadOnlyList<PlanningRelease> compared)
    {
        for (var known = compared.Count; known >= 0; known--)
        {
            IReadOnlyList<PlanningRelease> earlier = [.. compared.Take(known)];
            var best = new OtherRegisters(release.Counts, Cost).With(cell).Select(changes => (Changes: changes, Cost: Cost(changes)))
                .Where(other => other.Cost is not null).OrderBy(other => other.Cost).FirstOrDefault();
            if (best.Cost is not null)
            {
                return best.Changes;
            }

            int? Cost(IReadOnlyList<Change> changes) =>
                CanBe(release.Counts, changes) && earlier.All(old => CanBe(old.Counts, changes) && !changes.Any(change => Shows(old, change)))
                    ? changes.Count(change => Shows(release, change))
                    : null;
        }

        throw new InvalidOperationException("There is always another register: one with a child more.");
    }

    /// <summary>Whether a published number would be another.</summary>
    private static bool Shows(PlanningRelease release, Change change) =>
        release.Shown.TryGetValue(change.Cell, out var shown) && shown != SmallNumbers.NotShown
        && SmallNumbers.Releases.Count(release.Counts[change.Cell] + change.By) != shown;

    /// <summary>Nothing is fewer than none, and no more children of an age have something than there are.</summary>
    private static bool CanBe(PlanningCounts counts, IReadOnlyList<Change> changes)
    {
        foreach (var (cell, by) in changes)
        {
            if (!counts.Has(cell))
            {
                continue;
            }

            var count = counts[cell] + by;
            if (count < 0 || (cell.Table.Length > 0 && count > Children(cell.Band)))
            {
                return false;
            }

            if (cell.Table.Length == 0 && by < 0 && counts.All.Any(other => other.Key.Band == cell.Band && other.Value > count && !IsChanged(other.Key)))
            {
                return false;
            }
        }

        return true;

        int Children(AgeBand? band) => counts[Cell.Children(band)] + changes.Where(change => change.Cell == Cell.Children(band)).Sum(change => change.By);

        bool IsChanged(Cell cell) => changes.Any(change => change.Cell == cell);
    }
}
