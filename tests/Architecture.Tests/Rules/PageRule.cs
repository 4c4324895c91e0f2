using System.Text.RegularExpressions;
using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>
/// Every page that somebody wrote is served. The build notes once which libraries hold pages, and an incremental build does not look again
/// when a module gets its first one.
/// </summary>
internal static partial class PageRule
{
    /// <param name="views">Razor files with their text.</param>
    /// <param name="served">Paths of the pages that have a route, from the root of their library.</param>
    public static IEnumerable<string> Offences(IEnumerable<SourceFile> views, IReadOnlyCollection<string> served) =>
        from view in views
        where Page().IsMatch(view.Read()) && !served.Any(path => view.Path.EndsWith(path, StringComparison.Ordinal))
        select $"{view.Path} is not served: delete the folder obj of the host and build again";

    [GeneratedRegex(@"^\uFEFF?@page\b", RegexOptions.Multiline)]
    private static partial Regex Page();
}
