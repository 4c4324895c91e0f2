using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Architecture.Tests;

public sealed class TextTests
{
    /// <summary>Today's lines. This list may only get shorter.</summary>
    private static readonly Dictionary<string, int> LongFiles = [];

    /// <summary>Places with a reason, which each gives. This list may only get shorter.</summary>
    private static readonly (string Path, string Banned)[] Excepted =
    [
        ("src/Platform/Platform/Jobs/BackgroundLoop.cs", "turns RS0030 off"),
        ("src/Platform/Platform/Jobs/ErrorBoundary.cs", "catches every exception"),
    ];

    [Fact]
    public void Files_FitTheirSize() => SizeRule.Offences(SourceTree.Files("*.cs", "*.cshtml"), LongFiles).ShouldBeEmpty();

    [Fact]
    public void Code_HoldsNothingBanned() => BannedTextRule.Offences(OurCode(), Excepted).ShouldBeEmpty();

    [Fact]
    public void BannedSymbols_NameWhatTheBlueprintBans()
    {
        var listed = File.ReadAllText(Repository.At("BannedSymbols.txt"));
        foreach (var symbol in (string[])
        [
            "System.DateTime.Now;", "System.DateTime.UtcNow;", "System.DateTimeOffset.Now;", "System.DateTimeOffset.UtcNow;", "System.Guid.NewGuid;",
            "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task`1.Result;", "Microsoft.Extensions.Hosting.BackgroundService;",
        ])
        {
            listed.ShouldContain(symbol);
        }

        File.ReadAllText(Repository.At("Directory.Build.props")).ShouldContain("BannedSymbols.txt");
    }

    [Fact]
    public void Views_HaveTheirPathAlone() => ViewPathRule.Offences(SourceTree.Projects, SourceTree.Files("*.cshtml")).ShouldBeEmpty();

    [Fact]
    public void Pages_LoadNothingFromAnotherHost() =>
        OtherHostRule.Offences(SourceTree.Files("*.cshtml", "*.css", "*.scss", "*.js", "*.mjs", "*.svg", "*.html").Where(IsShown)).ShouldBeEmpty();

    [Theory]
    [InlineData("src/A.cs", 301)]
    [InlineData("src/A.cshtml", 201)]
    [InlineData("tests/ATests.cs", 501)]
    public void Size_GoesRed(string path, int lines)
    {
        SourceFile Of(int count) => new(path, string.Join('\n', Enumerable.Repeat("x", count)) + "\n");

        SizeRule.Offences([Of(lines)], new Dictionary<string, int>()).ShouldHaveSingleItem();
        SizeRule.Offences([Of(lines - 1)], new Dictionary<string, int>()).ShouldBeEmpty();

        var excepted = new Dictionary<string, int> { [path] = lines };
        SizeRule.Offences([Of(lines)], excepted).ShouldBeEmpty();
        SizeRule.Offences([Of(lines + 1)], excepted).ShouldHaveSingleItem();
        SizeRule.Offences([Of(10)], excepted).ShouldHaveSingleItem().ShouldContain("take it off");
        SizeRule.Offences([], excepted).ShouldHaveSingleItem().ShouldContain("take it off");
    }

    [Theory]
    [InlineData("  #region Fields", "#region")]
    [InlineData("catch (Exception e) { }", "catches every exception")]
    [InlineData("catch (System.Exception) when (x) { }", "catches every exception")]
    [InlineData("try { A(); } catch { B(); }", "catches every exception")]
    [InlineData("#pragma warning disable CA1031, RS0030", "turns RS0030 off")]
    [InlineData("[SuppressMessage(\"x\", \"RS0030\")]", "turns RS0030 off")]
    [InlineData("[Fact(Skip = \"later\")]", "skips a test")]
    [InlineData("// TODO later", "TODO without an issue's number")]
    public void Banned_GoesRed(string text, string banned)
    {
        var file = new SourceFile("src/A.cs", text);

        BannedTextRule.Offences([file], []).ShouldBe([$"src/A.cs: {banned}"]);
        BannedTextRule.Offences([file], [("src/A.cs", banned)]).ShouldBeEmpty();
        BannedTextRule.Offences([file with { Read = () => "" }], [("src/A.cs", banned)]).ShouldHaveSingleItem().ShouldContain("take it off");
    }

    [Theory]
    [InlineData("catch (IOException e) { }")]
    [InlineData("catch { lease.Dispose(); throw; }")]
    [InlineData("// TODO (#12): later")]
    [InlineData("[Fact]")]
    public void Banned_LetsPass(string text) => BannedTextRule.Offences([new SourceFile("src/A.cs", text)], []).ShouldBeEmpty();

    [Fact]
    public void Views_GoesRed()
    {
        Project[] projects = [new("A", ProjectKind.Module, "src/Modules/A", []), new("B", ProjectKind.Module, "src/Modules/B", [])];
        SourceFile View(string path) => new(path, "");

        ViewPathRule.Offences(projects, [View("src/Modules/A/Features/Home/Index.cshtml"), View("src/Modules/B/Features/home/Index.cshtml")]).ShouldHaveSingleItem();
        ViewPathRule.Offences(projects, [View("src/Modules/A/Features/_ViewImports.cshtml"), View("src/Modules/B/Features/_ViewImports.cshtml")]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<script src=\"https://cdn.example/x.js\"></script>")]
    [InlineData("<img alt='' src=//cdn.example/x.png>")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://fonts.example/css\">")]
    [InlineData("<iframe title='map' src='https://maps.example'></iframe>")]
    [InlineData("a { background: url(https://cdn.example/x.png) }")]
    [InlineData("@import \"https://fonts.example/css\";")]
    [InlineData("import x from 'https://cdn.example/x.mjs';")]
    [InlineData("await fetch(\"https://stats.example\");")]
    public void OtherHost_GoesRed(string text) => OtherHostRule.Offences([new SourceFile("themes/a", text)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("<a href=\"https://www.medway.gov.uk\">Medway Council</a>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#icon\"/></svg>")]
    [InlineData("<script src=\"~/assets/site.js\" type=\"module\"></script>")]
    [InlineData("import { x } from \"./x.mjs\"; // https://example.org")]
    public void OtherHost_LetsPass(string text) => OtherHostRule.Offences([new SourceFile("themes/a", text)]).ShouldBeEmpty();

    /// <summary>All but the samples above.</summary>
    private static IEnumerable<SourceFile> OurCode() => SourceTree.Files("*.cs").Where(file => file.Path != "tests/Architecture.Tests/TextTests.cs"
        && file.Path != "tests/Architecture.Tests/Rules/BannedTextRule.cs");

    private static bool IsShown(SourceFile file) =>
        file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Path.StartsWith("themes/", StringComparison.Ordinal);
}
