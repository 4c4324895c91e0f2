using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class QueryTextTests
{
    private static readonly Lexicon Lexicon = new(
        [
            new("salt", ["speech language therapy"], false),
            new("wont go to school", ["school avoidance"], false),
            new("add", ["adhd"], true),
            new("meltdown", ["sensory"], false),
        ],
        [("fisio", "physio")]);

    [Fact]
    public void Read_Synonym_BecomesAnOrGroupOfQuotedWords() =>
        Read("SALT clinic").All.ShouldBe("('salt' | ('speech' & 'language' & 'therapy')) & 'clinic'");

    [Fact]
    public void Read_TermOfSeveralWords_IsKeptWholeAlthoughSomeAreSmallWords() =>
        Read("My son won't go to school").Needed.Single().Words.ShouldBe("wont go to school");

    [Theory]
    [InlineData("ADD", "('add' | 'adhd')")]
    [InlineData("add equipment", "'add' & 'equipment'")]
    public void Read_TermThatMeansItOnlyAlone_IsWidenedOnlyAlone(string typed, string expected) => Read(typed).All.ShouldBe(expected);

    [Fact]
    public void Read_OtherEnding_FindsTheTerm() => Read("meltdowns").All.ShouldBe("('meltdowns' | 'sensory')");

    [Fact]
    public void Read_OnlySmallWords_KeepsThem() => Read("what can I do").Terms.Count.ShouldBe(4);

    [Fact]
    public void Read_WeakWords_RankButNeedNotMatch()
    {
        var query = Read("autism support");

        query.All.ShouldBe("'autism'");
        query.Wide.ShouldContain("'support'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂🙂")]
    [InlineData("---")]
    [InlineData("'\"&|!():*")]
    public void Read_NothingToLookFor_IsEmpty(string typed) => Read(typed).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("- respite")]
    [InlineData("-respite")]
    [InlineData("'; drop table search.rows; -- respite")]
    public void Read_OperatorsAndSql_AreOnlyWords(string typed) =>
        Read(typed).All.ShouldMatch("^[a-z0-9 '&|()]+$");

    [Fact]
    public void Read_FiveThousandLetters_ReadsTheFirstOnly() =>
        Read(new string('a', 5_000)).Normalised.Length.ShouldBe(SearchText.MaximumQueryLength);

    private static QueryText Read(string typed) => QueryText.Read(typed, Lexicon);
}
