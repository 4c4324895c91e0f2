using System.Globalization;

namespace Medway.LocalOffer.Platform.SmallNumbers;

/// <summary>A count as the public may see it.</summary>
/// <param name="Value">Rounded; null when it is hidden.</param>
/// <param name="Words">For a page: "15", "0", "fewer than 5", or "not shown" for one that is hidden so that another cannot be worked out.</param>
public sealed record PublicCount(int? Value, string Words)
{
    /// <summary>Whether no number is shown.</summary>
    public bool IsHidden => Value is null;
}

/// <summary>A table as the public may see it; see <see cref="SmallNumbers.Table"/>.</summary>
/// <param name="Cells">By row, then by column.</param>
/// <param name="RowTotals">One a row.</param>
/// <param name="ColumnTotals">One a column.</param>
public sealed record PublicTable(
    IReadOnlyList<IReadOnlyList<PublicCount>> Cells, IReadOnlyList<PublicCount> RowTotals, IReadOnlyList<PublicCount> ColumnTotals, PublicCount Total);

/// <summary>
/// Keeps published numbers from pointing at somebody: 1 to 4 is never shown, other counts are rounded to the nearest 5, no percentage stands on
/// fewer than 10, and a hidden count cannot be worked out from a total. The practice of the Department for Education's statistics and the
/// Office for National Statistics. Staff in a named role see unrounded numbers; this is for everybody else. It cannot see what was published
/// before: whoever publishes again compares.
/// </summary>
/// <param name="fewest">Smallest count that is shown.</param>
/// <param name="hidesNone">Whether 0 looks like a small count too: where numbers come again and again, a 0 gives away the 1 that comes after it.</param>
public sealed class SmallNumbers(int fewest, bool hidesNone = false)
{
    /// <summary>Counts are rounded to a multiple of this.</summary>
    public const int RoundedTo = 5;

    /// <summary>Smallest number that a percentage may be of.</summary>
    public const int SmallestBase = 10;

    /// <summary>A count that is hidden so that another cannot be worked out from it.</summary>
    public static readonly PublicCount NotShown = new(null, "not shown");

    /// <summary>For nearly everything: 1 to 4 is hidden.</summary>
    public static readonly SmallNumbers Usual = new(5);

    /// <summary>For a small area crossed with a need or an impairment: 1 to 9 is hidden.</summary>
    public static readonly SmallNumbers AreaByNeed = new(10);

    /// <summary>For tables that are published every quarter: 0 to 4 is hidden.</summary>
    public static readonly SmallNumbers Releases = new(5, hidesNone: true);

    /// <param name="count">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative: a bug.</exception>
    public PublicCount Count(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return IsSmall(count) ? new(null, string.Create(CultureInfo.InvariantCulture, $"fewer than {fewest}")) : Shown(count);
    }

    /// <summary>
    /// A whole percentage of the rounded numbers, so that it tells nothing that they do not; null when either is too small to show, or when
    /// nearly all of a group would be shown to have something.
    /// </summary>
    /// <param name="part">Counted in <paramref name="whole"/>.</param>
    /// <param name="whole">All.</param>
    public int? Percent(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, part);
        return whole < SmallestBase || IsSmall(whole) || IsSmall(part) || IsSmall(whole - part)
            ? null
            : (int)Math.Round(100.0 * Round(part) / Round(whole), MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// Hides every small cell. Where a row or a column then has one hidden cell, which its total would give away, its smallest other cell is
    /// hidden too, until there is none. Totals are rounded by themselves and need not be the sum of what is shown.
    /// </summary>
    /// <param name="counts">By row, then by column; every row as long as the first.</param>
    public PublicTable Table(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var rows = counts.Count;
        var columns = rows == 0 ? 0 : counts[0].Count;
        if (counts.Any(row => row.Count != columns))
        {
            throw new ArgumentException("Every row must have as many cells as the first.", nameof(counts));
        }

        var lines = Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column => (Row: row, Column: column)).ToArray())
            .Concat(Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Select(row => (Row: row, Column: column)).ToArray()))
            .ToList();
        var hidden = lines.Take(rows).SelectMany(line => line).Where(cell => IsSmall(counts[cell.Row][cell.Column])).ToHashSet();
        while (lines.Find(line => line.Length > 1 && line.Count(hidden.Contains) == 1) is { } line)
        {
            // One that is not 0 if there is one: an added 0 hides nothing.
            hidden.Add(line.Where(cell => !hidden.Contains(cell)).OrderBy(cell => counts[cell.Row][cell.Column] == 0).ThenBy(cell => counts[cell.Row][cell.Column]).First());
        }

        // The total of a line of one cell is that cell.
        return new PublicTable(
            [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<PublicCount>)[.. Enumerable.Range(0, columns).Select(column => Cell(row, column))])],
            [.. Enumerable.Range(0, rows).Select(row => columns == 1 ? Cell(row, 0) : Count(counts[row].Sum()))],
            [.. Enumerable.Range(0, columns).Select(column => rows == 1 ? Cell(0, column) : Count(counts.Sum(row => row[column])))],
            Count(counts.Sum(row => row.Sum())));

        PublicCount Cell(int row, int column)
        {
            var count = counts[row][column];
            return IsSmall(count) || !hidden.Contains((row, column)) ? Count(count) : NotShown;
        }
    }

    private static PublicCount Shown(int count) => new(Round(count), Round(count).ToString("N0", CultureInfo.InvariantCulture));

    private static int Round(int count) => (int)Math.Round(count / (double)RoundedTo, MidpointRounding.AwayFromZero) * RoundedTo;

    private bool IsSmall(int count) => count < fewest && (count > 0 || hidesNone);
}
