using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Projects_ReferOnlyToWhatTheyMay() => ReferenceRule.Offences(SourceTree.Projects).ShouldBeEmpty();

    [Fact]
    public void Projects_AreAllInTheSolution() => ReferenceRule.OutsideSolution(SourceTree.Projects, SourceTree.InSolution).ShouldBeEmpty();

    [Fact]
    public void CompiledAssemblies_ReferOnlyToWhatTheirProjectsMay()
    {
        // What the compiler really used: a type can also be reached through somebody else's reference.
        var compiled = SourceTree.Projects
            .Where(project => project.Kind is not (ProjectKind.Test or ProjectKind.Tool) && project.Name != "Cli")
            .Select(project => project with
            {
                References =
                [
                    .. SourceTree.Assemblies(project.Kind).Single(assembly => assembly.GetName().Name == project.AssemblyName).GetReferencedAssemblies()
                        .Select(reference => reference.Name!.Replace("Medway.LocalOffer.", "", StringComparison.Ordinal)),
                ],
            })
            .ToList();

        // A layout may use Platform's types through Platform.Web.
        var through = compiled.Select(project => project.Kind == ProjectKind.Theme ? project with { References = [.. project.References.Except(["Platform"])] } : project);
        ReferenceRule.Offences([.. through]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ProjectKind.Module, ProjectKind.Module)]
    [InlineData(ProjectKind.Module, ProjectKind.Host)]
    [InlineData(ProjectKind.Contracts, ProjectKind.Module)]
    [InlineData(ProjectKind.Contracts, ProjectKind.PlatformWeb)]
    [InlineData(ProjectKind.Platform, ProjectKind.Contracts)]
    [InlineData(ProjectKind.Theme, ProjectKind.Module)]
    [InlineData(ProjectKind.Host, ProjectKind.Test)]
    public void References_GoesRed(ProjectKind from, ProjectKind to) =>
        ReferenceRule.Offences([Made("A", from, "B"), Made("B", to)]).ShouldHaveSingleItem();

    [Fact]
    public void Solution_GoesRed() => ReferenceRule.OutsideSolution([Made("A", ProjectKind.Module)], ["src/Modules/B/B.csproj"]).ShouldHaveSingleItem();

    [Fact]
    public void Read_FindsProjectsAndAssembliesByFile()
    {
        var folder = Directory.CreateTempSubdirectory("architecture-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "src/Modules/A"));
        File.WriteAllText(
            Path.Combine(folder, "src/Modules/A/A.csproj"),
            """<Project><ItemGroup><ProjectReference Include="..\B\B.csproj" /><Reference Include="../x/Medway.LocalOffer.C.dll" /></ItemGroup></Project>""");

        Project.Read(folder, "src/Modules/A/A.csproj").References.ShouldBe(["B", "C"]);

        Directory.Delete(folder, recursive: true);
    }

    private static Project Made(string name, ProjectKind kind, params string[] references) => new(name, kind, $"made-up/{name}", references);
}
