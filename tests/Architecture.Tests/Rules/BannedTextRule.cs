using System.Text.RegularExpressions;
using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>What the compiler lets pass. Banned symbols are the analyser's business; here only that nobody turns it off.</summary>
internal static partial class BannedTextRule
{
    /// <param name="files">C# files.</param>
    /// <param name="exceptions">Path and banned thing, as <see cref="Offences"/> names it. A place that needs none any more is an offence too.</param>
    public static IEnumerable<string> Offences(IEnumerable<SourceFile> files, IReadOnlyCollection<(string Path, string Banned)> exceptions)
    {
        var unused = exceptions.ToHashSet();
        foreach (var file in files)
        {
            foreach (var banned in BannedIn(file.Read()).Distinct())
            {
                if (!unused.Remove((file.Path, banned)) && !exceptions.Contains((file.Path, banned)))
                {
                    yield return $"{file.Path}: {banned}";
                }
            }
        }

        foreach (var (path, banned) in unused)
        {
            yield return $"{path} has no '{banned}' any more: take it off the list of exceptions";
        }
    }

    private static IEnumerable<string> BannedIn(string text)
    {
        if (Region().IsMatch(text))
        {
            yield return "#region";
        }

        if (CatchAll().IsMatch(text) || BareCatch().Matches(text).Any(bare => !bare.Groups["body"].Value.Contains("throw;", StringComparison.Ordinal)))
        {
            yield return "catches every exception";
        }

        if (AnalyserOff().IsMatch(text))
        {
            yield return "turns RS0030 off";
        }

        if (SkippedTest().IsMatch(text))
        {
            yield return "skips a test";
        }

        if (Unowned().IsMatch(text))
        {
            yield return "TODO without an issue's number";
        }
    }

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\bcatch\s*\(\s*(System\.)?Exception\b")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bcatch\s*\{(?<body>[^}]*)\}")]
    private static partial Regex BareCatch();

    [GeneratedRegex(@"#pragma warning disable[^\n]*RS0030|SuppressMessage\([^)]*RS0030")]
    private static partial Regex AnalyserOff();

    [GeneratedRegex(@"\[(Fact|Theory)\([^\]]*\bSkip\b")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"\bTODO\b(?!\s*\(?#\d)")]
    private static partial Regex Unowned();
}
