using System.Text.RegularExpressions;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests;

/// <summary><c>docs/features.md</c> says what the product can do. It may claim nothing that no test proves.</summary>
[Proves("listings")]
public sealed partial class FeaturesPageTests
{
    [Fact]
    public void FeaturesPage_EveryYesNamesATestThatIsThere_EveryNoSaysWhy() => Offences(File.ReadAllLines(Repository.At("docs/features.md"))).ShouldBeEmpty();

    [Fact]
    public void FeaturesPage_WithAClaimThatNothingProves_GoesRed()
    {
        Offences(["| Flies | 0 | Yes | | |"]).ShouldHaveSingleItem();
        Offences(["| Flies | 0 | Yes | | [Flies_Far](../tests/Modules/Search.Tests/FeaturesPageTests.cs) |"]).ShouldBeEmpty();
        Offences(["| Flies | 0 | Yes | | [Swims_Far](../tests/Modules/Search.Tests/Domain/SlugListTests.cs) |"]).ShouldHaveSingleItem();
        Offences(["| Flies | 0 | No | | |"]).ShouldHaveSingleItem();
    }

    private static List<string> Offences(IEnumerable<string> lines)
    {
        List<string> offences = [];
        foreach (var cells in lines.Where(line => Row().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            var (what, answer, how, proof) = (cells[1], cells[3], cells[4], Proof().Match(cells[5]));
            var file = proof.Success ? Repository.At(proof.Groups["file"].Value) : "";
            if (answer == "No" ? how.Length == 0 : !File.Exists(file) || !File.ReadAllText(file).Contains(proof.Groups["test"].Value, StringComparison.Ordinal))
            {
                offences.Add($"{what}: {answer}");
            }
        }

        return offences;
    }

    [GeneratedRegex(@"^\|[^|]+\| *\d+ *\| *(Yes|Part|No) *\|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<test>\w+)\]\(\.\./(?<file>[^)]+)\)")]
    private static partial Regex Proof();
}
