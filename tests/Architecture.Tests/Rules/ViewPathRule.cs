using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Two Razor libraries with the same view path: one page vanishes without a word.</summary>
internal static class ViewPathRule
{
    public static IEnumerable<string> Offences(IReadOnlyList<Project> projects, IEnumerable<SourceFile> views) =>
        from view in views
        let project = projects.FirstOrDefault(project => view.Path.StartsWith(project.Folder + "/", StringComparison.Ordinal))
        where project is not null
        let path = view.Path[project.Folder.Length..]

        // Imports are read when a library is compiled, never looked up.
        where Path.GetFileName(path) != "_ViewImports.cshtml"
        group project.Name by path.ToUpperInvariant() into same
        where same.Count() > 1
        select $"{same.Key} is in {string.Join(" and ", same)}";
}
