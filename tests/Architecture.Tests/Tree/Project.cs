using System.Xml.Linq;

namespace Medway.LocalOffer.Architecture.Tests.Tree;

public enum ProjectKind
{
    Platform,
    PlatformWeb,
    Contracts,
    Module,
    Theme,
    Host,
    Test,
    Tool,
}

/// <param name="Name">Of the project file, without its extension.</param>
/// <param name="Kind">What it is, which its folder says.</param>
/// <param name="Folder">From the root of the clone, with forward slashes.</param>
/// <param name="References">Names of our own projects and assemblies that it refers to.</param>
internal sealed record Project(string Name, ProjectKind Kind, string Folder, IReadOnlyList<string> References)
{
    private const string OurAssemblies = "Medway.LocalOffer.";

    public string AssemblyName => OurAssemblies + Name;

    /// <summary>Reads a project file. A reference to one of our assemblies by its file counts as one to its project.</summary>
    public static Project Read(string root, string projectFile)
    {
        var folder = Path.GetDirectoryName(projectFile)!.Replace('\\', '/');
        var items = XDocument.Load(Path.Combine(root, projectFile)).Descendants().ToLookup(element => element.Name.LocalName, element => (string?)element.Attribute("Include") ?? "");
        var references = items["ProjectReference"].Concat(items["Reference"])
            .Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))
            .Select(name => name.StartsWith(OurAssemblies, StringComparison.Ordinal) ? name[OurAssemblies.Length..] : name);
        return new Project(Path.GetFileNameWithoutExtension(projectFile), KindOf(folder), folder, [.. references]);
    }

    private static ProjectKind KindOf(string folder) => folder.Split('/') switch
    {
        ["src", "Platform", "Platform"] => ProjectKind.Platform,
        ["src", "Platform", "Platform.Web"] => ProjectKind.PlatformWeb,
        ["src", "Modules", var name] when name.EndsWith(".Contracts", StringComparison.Ordinal) => ProjectKind.Contracts,
        ["src", "Modules", _] => ProjectKind.Module,
        ["src", "Host", _] => ProjectKind.Host,
        ["themes", _] => ProjectKind.Theme,
        ["tests", ..] => ProjectKind.Test,
        ["tools", _] => ProjectKind.Tool,
        _ => throw new InvalidOperationException($"{folder} is in no folder of the blueprint: src/Platform, src/Modules, src/Host, themes, tests or tools."),
    };
}
