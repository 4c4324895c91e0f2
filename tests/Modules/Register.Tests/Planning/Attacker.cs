using System.Globalization;
using Medway.LocalOffer.Register.Domain.Planning;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>
/// Whoever reads the published tables and does sums. Knows how numbers are rounded and hidden, that rows add up to totals, and that nobody can have something more
/// often than there are children. Narrows every count by adding and subtracting until nothing changes, then tries each number that is left for a hidden
/// count, and keeps those that lead to no contradiction. Takes nothing from the product but the words that were printed.
/// </summary>
internal sealed class Attacker
{
    private const int Anything = 100_000;

    private readonly List<Cell> cells = [];
    private readonly Dictionary<Cell, int> numbers = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private readonly List<(int Less, int More)> atMost = [];
    private readonly int[] low;
    private readonly int[] high;

    public Attacker(IReadOnlyDictionary<Cell, string> first)
    {
        foreach (var cell in first.Keys)
        {
            numbers[cell] = cells.Count;
            cells.Add(cell);
        }

        low = new int[cells.Count];
        high = [.. Enumerable.Repeat(Anything, cells.Count)];
        foreach (var line in cells.Where(cell => cell.Band is not null).GroupBy(cell => cell with { Band = null }))
        {
            sums.Add((numbers[line.Key], [.. line.Select(cell => numbers[cell])]));
        }

        // Districts and settings hold each child once.
        foreach (var column in cells.Where(cell => cell.Table is "district" or "setting").GroupBy(cell => (cell.Table, cell.Band)))
        {
            sums.Add((numbers[new Cell("", "", column.Key.Band)], [.. column.Select(cell => numbers[cell])]));
        }

        atMost.AddRange(cells.Where(cell => cell.Table.Length > 0).Select(cell => (numbers[cell], numbers[new Cell("", "", cell.Band)])));
    }

    /// <summary>Reads a release.</summary>
    /// <param name="words">As printed.</param>
    /// <param name="since">By how much each count has grown since the first release that was read, for whoever knows; they are then all read as one.</param>
    public Attacker Read(IReadOnlyDictionary<Cell, string> words, Func<Cell, int>? since = null)
    {
        foreach (var (cell, word) in words)
        {
            var (from, to) = Between(word);
            var grown = since?.Invoke(cell) ?? 0;
            var number = numbers[cell];
            low[number] = Math.Max(low[number], from - grown);
            high[number] = Math.Min(high[number], to - grown);
        }

        return this;
    }

    /// <summary>The counts that only one number is left for.</summary>
    public IReadOnlyDictionary<Cell, int> Solve(Func<Cell, bool> worthTrying)
    {
        Narrow(low, high).ShouldBeTrue("what was published contradicts itself");
        foreach (var (cell, number) in numbers)
        {
            if (!worthTrying(cell) || high[number] - low[number] > 12)
            {
                continue;
            }

            var left = Enumerable.Range(low[number], high[number] - low[number] + 1).Where(value => IsPossible(number, value)).ToList();
            (low[number], high[number]) = (left[0], left[^1]);
        }

        return numbers.Where(cell => low[cell.Value] == high[cell.Value]).ToDictionary(cell => cell.Key, cell => low[cell.Value]);
    }

    private bool IsPossible(int number, int value)
    {
        int[] lower = [.. low];
        int[] upper = [.. high];
        (lower[number], upper[number]) = (value, value);
        return Narrow(lower, upper);
    }

    private static (int From, int To) Between(string word) => word switch
    {
        "not shown" => (0, Anything),
        "fewer than 5" => (0, 4),
        "1 to 4" => (1, 4),
        _ when word.StartsWith('=') => (int.Parse(word[1..], CultureInfo.InvariantCulture), int.Parse(word[1..], CultureInfo.InvariantCulture)),
        "0" => (0, 0),
        "5" => (5, 7),
        _ => (int.Parse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - 2, int.Parse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) + 2),
    };

    /// <returns>False when there is a contradiction.</returns>
    private bool Narrow(int[] from, int[] to)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var (total, parts) in sums)
            {
                var least = parts.Sum(part => from[part]);
                var most = parts.Sum(part => to[part]);
                if (!Keep(total, least, most))
                {
                    return false;
                }

                foreach (var part in parts)
                {
                    if (!Keep(part, from[total] - (most - to[part]), to[total] - (least - from[part])))
                    {
                        return false;
                    }

                    // What was narrowed narrows its neighbours in the next round.
                }
            }

            foreach (var (less, more) in atMost)
            {
                if (!Keep(less, 0, to[more]) || !Keep(more, from[less], Anything))
                {
                    return false;
                }
            }
        }
        while (changed);
        return true;

        bool Keep(int number, int least, int most)
        {
            if (least > from[number])
            {
                (from[number], changed) = (least, true);
            }

            if (most < to[number])
            {
                (to[number], changed) = (most, true);
            }

            return from[number] <= to[number];
        }
    }
}
