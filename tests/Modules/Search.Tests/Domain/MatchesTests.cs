using System.Buffers.Binary;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class MatchesTests
{
    private static readonly long Autism = Facets.MaskOf(Facets.Needs, ["autism"]);
    private static readonly long Hearing = Facets.MaskOf(Facets.Needs, ["hearing"]);

    [Fact]
    public void Page_BestFit_ScoreFirstThenOrderAmongEqualsThenId()
    {
        var matches = Of(new(Score: 0.1f), new(Score: 0.5f, SortKey: 7), new(Score: 0.5f, SortKey: 2), new(Score: 0.1f));

        matches.Page(SearchChoices.None, SortBy.Best, 1, 10).ShouldBe([2, 1, 0, 3]);
    }

    [Fact]
    public void Page_Second_GoesOnWhereTheFirstEnded()
    {
        var matches = Of(new(Score: 4), new(Score: 3), new(Score: 2), new(Score: 1));

        matches.Page(SearchChoices.None, SortBy.Best, 1, 3).ShouldBe([0, 1, 2]);
        matches.Page(SearchChoices.None, SortBy.Best, 2, 3).ShouldBe([3]);
        matches.Page(SearchChoices.None, SortBy.Best, 3, 3).ShouldBeEmpty();
    }

    [Fact]
    public void Page_ByPage_IsTheWholeOrder()
    {
        var random = new Random(7);
        var given = Enumerable.Range(0, 250).Select(_ => new Match(Score: random.Next(20), SortKey: random.Next(3))).ToArray();
        var whole = Enumerable.Range(0, given.Length).OrderByDescending(at => given[at].Score).ThenBy(at => given[at].SortKey).ThenBy(at => at).ToArray();
        var matches = Of(given);

        Enumerable.Range(1, 25).SelectMany(page => matches.Page(SearchChoices.None, SortBy.Best, page, 10)).ShouldBe(whole);
    }

    [Fact]
    public void Page_Nearest_ExactTitleFirstThenMilesWithHelpFromAnywhereAmongThemAndUnknownPlacesLast()
    {
        var matches = Of(
            new(Miles: 9), new(Miles: double.NaN), new(Facets: Facets.Everywhere, Miles: double.NaN), new(Miles: 1), new(Score: 10, Miles: 40));

        matches.Page(SearchChoices.None, SortBy.Nearest, 1, 10).ShouldBe([4, 3, 2, 0, 1]);
        matches.MilesOf(0).ShouldBe(9);
        matches.MilesOf(1).ShouldBeNull();
    }

    [Fact]
    public void Page_Soonest_NextDateFirstAndUnknownLast()
    {
        var matches = Of(new(Day: int.MaxValue, Score: 1), new(Day: 9_460), new(Day: 9_452));

        matches.Page(SearchChoices.None, SortBy.Soonest, 1, 10).ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void Page_Narrowed_LeavesOutWhatDoesNotFitAndPutsBlanksLast()
    {
        var matches = Of(new(Score: 3), new(Facets: Hearing, Score: 2), new(Facets: Autism, Score: 1));

        matches.Page(SearchChoices.None.With(ChoiceGroups.Need, Autism), SortBy.Best, 1, 10).ShouldBe([2, 0]);
        matches.Facets.Length.ShouldBe(3);
    }

    [Fact]
    public void KeyOf_SaysIdAndVersion()
    {
        var matches = Of(new(), new(Version: 77));

        matches.KeyOf(1).ShouldBe(new CardKey(new Guid("00000000-0000-0000-0000-000000000001"), 77));
    }

    /// <summary>As PostgreSQL sends them: each kind of number in one string of bytes, the highest byte first.</summary>
    private static Matches Of(params Match[] matches)
    {
        var (sent, versions, scores, miles, days) = (
            new byte[matches.Length * 32], new byte[matches.Length * 4], new byte[matches.Length * 4], new byte[matches.Length * 8], new byte[matches.Length * 4]);
        for (var i = 0; i < matches.Length; i++)
        {
            sent[(i * 32) + 15] = (byte)i;
            BinaryPrimitives.WriteInt64BigEndian(sent.AsSpan((i * 32) + 16), matches[i].Facets);
            BinaryPrimitives.WriteInt64BigEndian(sent.AsSpan((i * 32) + 24), matches[i].SortKey);
            BinaryPrimitives.WriteUInt32BigEndian(versions.AsSpan(i * 4), matches[i].Version);
            BinaryPrimitives.WriteSingleBigEndian(scores.AsSpan(i * 4), matches[i].Score);
            BinaryPrimitives.WriteDoubleBigEndian(miles.AsSpan(i * 8), matches[i].Miles ?? 0);
            BinaryPrimitives.WriteInt32BigEndian(days.AsSpan(i * 4), matches[i].Day ?? 0);
        }

        return new Matches(
            sent, versions, scores, Array.Exists(matches, match => match.Miles is not null) ? miles : null, Array.Exists(matches, match => match.Day is not null) ? days : null);
    }

    private sealed record Match(long Facets = 0, long SortKey = 0, float Score = 0, uint Version = 0, double? Miles = null, int? Day = null);
}
