using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>A file that outgrows a screen or three does more than one thing.</summary>
internal static class SizeRule
{
    private const int CodeLines = 300;
    private const int TestLines = 500;
    private const int ViewLines = 200;

    /// <param name="files">With their text.</param>
    /// <param name="exceptions">Paths and the lines that they have today: they may shrink, never grow, and leave the list when they fit.</param>
    public static IEnumerable<string> Offences(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, int> exceptions)
    {
        var left = exceptions.ToDictionary();
        foreach (var file in files)
        {
            var lines = file.Read().AsSpan().TrimEnd('\n').Count('\n') + 1;
            var limit = Limit(file.Path);
            if (left.Remove(file.Path, out var excepted))
            {
                if (lines <= limit)
                {
                    yield return $"{file.Path} fits now: take it off the list of exceptions";
                }

                limit = excepted;
            }

            if (lines > limit)
            {
                yield return $"{file.Path} has {lines} lines, {limit} are allowed";
            }
        }

        foreach (var gone in left.Keys)
        {
            yield return $"{gone} is gone: take it off the list of exceptions";
        }
    }

    private static int Limit(string path) => path switch
    {
        _ when path.EndsWith(".cshtml", StringComparison.Ordinal) => ViewLines,
        _ when path.StartsWith("tests/", StringComparison.Ordinal) => TestLines,
        _ => CodeLines,
    };
}
