using System.Text.RegularExpressions;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests;

/// <summary><c>docs/features.md</c> says what the product can do beside nine others. It may claim nothing that no test proves.</summary>
[Proves("listings")]
public sealed partial class FeaturesPageTests
{
    private const string Others = "| – | Y | P | ? | – | – | – | – |";

    [Fact]
    public void FeaturesPage_EveryYesNamesTestsThatAreThere_EveryNoSaysWhy() => Offences(Table()).ShouldBeEmpty();

    [Fact]
    public void FeaturesPage_HoldsEveryFeatureThatWasCompared() => Table().Count.ShouldBe(27 + 13 + 3 + 14 + 5);

    [Theory]
    [InlineData("Yes |  | ", 1)]
    [InlineData("Part | a little | ", 1)]
    [InlineData("No |  | ", 1)]
    [InlineData("No | it has no wings | ", 0)]
    [InlineData("No | it has no wings | [Flies_Far](../tests/Modules/Search.Tests/FeaturesPageTests.cs) ", 1)]
    [InlineData("Maybe | it is young | ", 1)]
    [InlineData("Yes |  | FeaturesPage_HoldsEveryFeatureThatWasCompared ", 1)]
    [InlineData("Yes |  | [FeaturesPage_HoldsEveryFeatureThatWasCompared](../tests/Modules/Search.Tests/FeaturesPageTests.cs) ", 0)]
    [InlineData("Yes |  | [FeaturesPage_HoldsEveryFeature](../tests/Modules/Search.Tests/FeaturesPageTests.cs) ", 1)]
    [InlineData("Yes |  | [FeaturesPage_HoldsEveryFeatureThatWasCompared](../tests/Modules/Search.Tests/Domain/SlugListTests.cs) ", 1)]
    [InlineData("Yes |  | [FeaturesPage_HoldsEveryFeatureThatWasCompared](../tests/Modules/Search.Tests/FeaturesPageTests.cs), [Swims_Far](../tests/Modules/Search.Tests/FeaturesPageTests.cs) ", 1)]
    public void FeaturesPage_WithAClaimThatNothingProves_GoesRed(string here, int offences) => Offences([$"| Flies {Others} {here}|"]).Count.ShouldBe(offences);

    /// <summary>The lines of features: what stands under the headings, without the heads of the tables.</summary>
    private static List<string> Table() =>
        [.. File.ReadLines(Repository.At("docs/features.md")).SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| What |", StringComparison.Ordinal))];

    private static List<string> Offences(IEnumerable<string> lines) => [.. lines.Where(line => !IsProved(Row().Match(line)))];

    private static bool IsProved(Match row)
    {
        var proofs = Proof().Matches(row.Groups["proof"].Value);
        var isNamedOnly = Proof().Replace(row.Groups["proof"].Value, "").Trim(' ', ',').Length == 0;
        return row.Success && isNamedOnly && (row.Groups["here"].Value == "No"
            ? proofs.Count == 0 && row.Groups["how"].Value.Trim().Length > 0
            : proofs.Count > 0 && proofs.All(IsThere));
    }

    private static bool IsThere(Match proof)
    {
        var file = Repository.At(proof.Groups["file"].Value);
        return File.Exists(file) && Regex.IsMatch(File.ReadAllText(file), $@"public [\w ]+ {proof.Groups["test"].Value}\(");
    }

    [GeneratedRegex(@"^\| [^|]+ \|( (Y|P|–|\?) \|){8,9} (?<here>Yes|Part|No) \|(?<how>[^|]*)\|(?<proof>[^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<test>\w+)\]\(\.\./(?<file>[^)]+)\)")]
    private static partial Regex Proof();
}
