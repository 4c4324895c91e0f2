using System.Text.RegularExpressions;
using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Nothing that a page shows or runs comes from another host: a link to one is only followed by a person.</summary>
internal static partial class OtherHostRule
{
    public static IEnumerable<string> Offences(IEnumerable<SourceFile> files) =>
        from file in files
        from Match loaded in Loaded().Matches(file.Read())
        select $"{file.Path} loads {loaded.Groups["address"].Value}";

    [GeneratedRegex(
        """
        (?: <(?:script|img|iframe|source|video|audio|embed|object|use)\b[^>]*?\b(?:src|srcset|href|data|poster)\s*=\s*["']?
          | <link\b[^>]*?\bhref\s*=\s*["']?
          | \burl\(\s*["']?
          | @(?:import|use|forward)\s+(?:url\()?["']
          | \b(?:import|fetch|importScripts|EventSource|WebSocket)\b[^;\n]*?["'`]
        )(?<address>(?:https?:|wss?:)?//[^\s"'`)>]+)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();
}
