using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Judgements;

/// <summary>
/// 315 queries for services and 40 for guides as people type them, each with what deserves to be found, graded 1 to 3 by reading it, the services before the
/// synonyms were extended. More than half share no word with what they should find. The floors stand 0.02 under what was measured.
/// </summary>
[Collection(SeededServices.Name)]
public sealed class JudgementListTests(SearchApp app, ITestOutputHelper output)
{
    private const int Depth = 10;

    /// <summary>Where services were judged, pages of ours take no service's place.</summary>
    private static readonly SearchChoices Services = SearchChoices.None.With(ChoiceGroups.Kind, Facets.AllKinds);

    private const double Floor = 0.72;
    private const double FloorForOtherWords = 0.69;
    private const double FloorForGuides = 0.72;

    [Fact]
    [Proves("foundation")]
    public async Task Ndcg_OfAllJudgedQueries_StaysAboveFloor()
    {
        var graded = Graded(areGuides: false);
        var ownWords = SearchApp.Judgements("judged-queries.csv").ToDictionary(row => row["query"], row => row["own_words"] == "yes");
        List<(string Query, double Score, bool OwnWords)> scores = [];
        foreach (var (query, grades) in graded)
        {
            var found = await app.FindAsync(query, Services);
            scores.Add((query, Ndcg([.. found.Cards.Take(Depth).Select(card => grades.GetValueOrDefault(SearchApp.Slug(card)))], grades.Values), ownWords[query]));
        }

        var (all, other) = (scores.Average(score => score.Score), scores.Where(score => !score.OwnWords).Average(score => score.Score));
        output.WriteLine($"nDCG@{Depth}: all {all:0.000} ({scores.Count}), not in the service's own words {other:0.000} ({scores.Count(score => !score.OwnWords)})");
        foreach (var (query, score, _) in scores.OrderBy(score => score.Score).Take(20))
        {
            output.WriteLine($"{score:0.00} {query}");
        }

        scores.Count.ShouldBeGreaterThanOrEqualTo(80);
        scores.Count(score => !score.OwnWords).ShouldBeGreaterThanOrEqualTo(scores.Count / 2);
        all.ShouldBeGreaterThanOrEqualTo(Floor);
        other.ShouldBeGreaterThanOrEqualTo(FloorForOtherWords);
    }

    [Fact]
    [Proves("listings")]
    public async Task Ndcg_OfSearchesForGuides_StaysAboveFloorAmongAllThatIsFound()
    {
        List<(string Query, double Score)> scores = [];
        foreach (var (query, grades) in Graded(areGuides: true))
        {
            var found = await app.FindAsync(query);
            scores.Add((query, Ndcg([.. found.Cards.Take(Depth).Select(card => grades.GetValueOrDefault(card.Url))], grades.Values)));
        }

        output.WriteLine($"nDCG@{Depth} of guides: {scores.Average(score => score.Score):0.000} ({scores.Count})");
        foreach (var (query, score) in scores.OrderBy(score => score.Score))
        {
            output.WriteLine($"{score:0.00} {query}");
        }

        scores.Count.ShouldBeGreaterThanOrEqualTo(40);
        scores.Average(score => score.Score).ShouldBeGreaterThanOrEqualTo(FloorForGuides);
    }

    [Fact]
    [Proves("foundation")]
    public async Task First_OfEachMustPair_IsThatService()
    {
        List<string> wrong = [];
        var pairs = SearchApp.Judgements("must-be-first.csv");
        foreach (var pair in pairs)
        {
            var found = await app.FindAsync(pair["query"], Services);
            if (found.Cards.Count == 0 || SearchApp.Slug(found.Cards[0]) != pair["id"])
            {
                wrong.Add($"{pair["query"]}: {(found.Cards.Count == 0 ? "nothing" : SearchApp.Slug(found.Cards[0]))}, not {pair["id"]}");
            }
        }

        pairs.Count.ShouldBeGreaterThanOrEqualTo(15);
        wrong.ShouldBeEmpty();
    }

    /// <summary>The ruler itself: a perfect order scores 1, a useless one 0, and a swap costs.</summary>
    [Fact]
    public void Ndcg_OfKnownOrders_IsAsDefined()
    {
        int[] grades = [3, 2, 1];

        Ndcg([3, 2, 1], grades).ShouldBe(1);
        Ndcg([0, 0, 0], grades).ShouldBe(0);
        Ndcg([1, 2, 3], grades).ShouldBeInRange(0.6, 0.8);
    }

    /// <summary>A service stands in the file by its slug, a page of ours by its path.</summary>
    private static Dictionary<string, Dictionary<string, int>> Graded(bool areGuides) =>
        SearchApp.Judgements("judgements.csv")
            .Where(row => row["id"].StartsWith('/') == areGuides)
            .GroupBy(row => row["query"])
            .ToDictionary(query => query.Key, query => query.ToDictionary(row => row["id"], row => int.Parse(row["grade"], System.Globalization.CultureInfo.InvariantCulture)));

    private static double Ndcg(IReadOnlyList<int> found, IEnumerable<int> ideal) =>
        Gain(found) / Gain([.. ideal.OrderDescending().Take(Depth)]);

    private static double Gain(IReadOnlyList<int> grades) =>
        grades.Select((grade, at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2)).Sum();
}
