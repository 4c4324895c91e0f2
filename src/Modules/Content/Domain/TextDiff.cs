namespace Medway.LocalOffer.Content.Domain;

internal enum Change
{
    Same,
    Gone,
    New,

    /// <summary>Stands for lines that did not change and are not shown.</summary>
    Left,
}

internal readonly record struct DiffLine(Change Change, string Text);

/// <summary>What differs between two texts, line by line: the longest common part stays, the rest is taken out or put in.</summary>
internal static class TextDiff
{
    /// <summary>Beyond this many lines a side the middle is shown as wholly replaced: the table of the exact answer would be too large.</summary>
    public const int MostLines = 3000;

    private const int Around = 2;

    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var old = before.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var now = after.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        return
        [
            .. old[..head].Select(line => new DiffLine(Change.Same, line)),
            .. Middle(old[head..^tail], now[head..^tail]),
            .. old[^tail..].Select(line => new DiffLine(Change.Same, line)),
        ];
    }

    /// <summary>The same without the long stretches where nothing changed.</summary>
    public static IReadOnlyList<DiffLine> Near(IReadOnlyList<DiffLine> lines)
    {
        List<DiffLine> near = [];
        for (var at = 0; at < lines.Count; at++)
        {
            var isNear = Enumerable.Range(at - Around, (2 * Around) + 1).Any(other => other >= 0 && other < lines.Count && lines[other].Change != Change.Same);
            if (isNear)
            {
                near.Add(lines[at]);
            }
            else if (near.Count == 0 || near[^1].Change != Change.Left)
            {
                near.Add(new DiffLine(Change.Left, ""));
            }
        }

        return near;
    }

    private static List<DiffLine> Middle(string[] old, string[] now)
    {
        if (old.Length > MostLines || now.Length > MostLines)
        {
            return [.. old.Select(line => new DiffLine(Change.Gone, line)), .. now.Select(line => new DiffLine(Change.New, line))];
        }

        var common = new ushort[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<DiffLine> lines = [];
        int left = 0, right = 0;
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                lines.Add(new DiffLine(Change.Same, old[left++]));
                right++;
            }
            else if (left < old.Length && (right == now.Length || common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add(new DiffLine(Change.Gone, old[left++]));
            }
            else
            {
                lines.Add(new DiffLine(Change.New, now[right++]));
            }
        }

        return lines;
    }
}
