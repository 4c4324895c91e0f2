using System.Reflection;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Architecture.Tests.Tree;

/// <summary>What there is, found on the disk: nothing here is a list that somebody must remember to extend.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Roots = ["src", "themes", "tests", "tools"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations"];

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files("*.csproj").Select(file => Project.Read(Repository.Root, file.Path))];

    /// <summary>Project files that the solution names, as paths from the root.</summary>
    public static IReadOnlyList<string> InSolution { get; } =
    [
        .. SolutionProject().Matches(File.ReadAllText(Repository.At(Repository.Solution))).Select(match => match.Groups["path"].Value.Replace('\\', '/')),
    ];

    public static IReadOnlyList<Assembly> Assemblies(params ProjectKind[] kinds) =>
        [.. Projects.Where(project => kinds.Contains(project.Kind) && project.Name != "Cli").Select(project => Assembly.Load(project.AssemblyName))];

    /// <summary>Our own files, without what the build or a generator makes.</summary>
    public static IEnumerable<SourceFile> Files(params string[] patterns) =>
        from root in Roots
        from pattern in patterns
        from file in Directory.EnumerateFiles(Repository.At(root), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Split('/').Intersect(NotOurs).Any() && !path.StartsWith("themes/Medway/wwwroot/", StringComparison.Ordinal)
        orderby path
        select new SourceFile(path, () => File.ReadAllText(file));

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"")]
    private static partial Regex SolutionProject();
}

/// <param name="Path">From the root of the clone, with forward slashes.</param>
/// <param name="Read">Gives its text.</param>
internal sealed record SourceFile(string Path, Func<string> Read)
{
    public SourceFile(string path, string text)
        : this(path, () => text)
    {
    }
}
