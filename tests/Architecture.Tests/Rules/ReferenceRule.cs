using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Which project may know which: modules meet only through Platform and each other's contracts.</summary>
internal static class ReferenceRule
{
    private static readonly Dictionary<ProjectKind, ProjectKind[]> Allowed = new()
    {
        [ProjectKind.Platform] = [],
        [ProjectKind.PlatformWeb] = [ProjectKind.Platform],
        [ProjectKind.Contracts] = [ProjectKind.Platform],
        [ProjectKind.Module] = [ProjectKind.Platform, ProjectKind.PlatformWeb, ProjectKind.Contracts],
        [ProjectKind.Theme] = [ProjectKind.PlatformWeb],
        [ProjectKind.Host] = [ProjectKind.Platform, ProjectKind.PlatformWeb, ProjectKind.Contracts, ProjectKind.Module, ProjectKind.Theme, ProjectKind.Host],
    };

    public static IEnumerable<string> Offences(IReadOnlyList<Project> projects) =>
        from project in projects
        where project.Kind is not (ProjectKind.Test or ProjectKind.Tool)
        from reference in project.References
        let target = projects.FirstOrDefault(other => other.Name == reference)
        where target is not null && !Allowed[project.Kind].Contains(target.Kind)
        select $"{project.Kind} {project.Name} refers to {target.Kind} {target.Name}";

    /// <summary>A project outside the solution is neither built nor tested by anybody.</summary>
    public static IEnumerable<string> OutsideSolution(IReadOnlyList<Project> projects, IReadOnlyList<string> inSolution) =>
        projects.Where(project => !inSolution.Contains($"{project.Folder}/{project.Name}.csproj")).Select(project => $"{project.Folder} is not in the solution");
}
