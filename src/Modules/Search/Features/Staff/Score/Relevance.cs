using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.Score;

/// <summary>How well the judged queries are answered.</summary>
/// <param name="Mean">nDCG@10, from 0 to 1.</param>
/// <param name="Queries">How many were judged.</param>
/// <param name="NotFirst">Queries whose answer must stand first and does not.</param>
internal sealed record RelevanceScore(double Mean, int Queries, IReadOnlyList<string> NotFirst);

/// <param name="Better">Queries that are answered better with the change; at most a few.</param>
/// <param name="Worse">Queries that are answered worse.</param>
internal sealed record ScoreChange(RelevanceScore Before, RelevanceScore After, IReadOnlyList<string> Better, IReadOnlyList<string> Worse);

/// <summary>Asks every judged query, with the words of today and with changed ones, so that staff see what a change does before they save it.</summary>
internal sealed class Relevance(SearchDbContext context, SearchKnowledge knowledge, SearchLadder ladder, RelevanceToday today)
{
    private const int Depth = 10;

    /// <summary>Where services were judged, pages of ours stand among them and take no service's place in the score. Where pages were judged, everything counts.</summary>
    private static readonly SearchChoices Services = SearchChoices.None.With(ChoiceGroups.Kind, Facets.AllKinds);
    private const int MostNamed = 10;

    /// <summary>A smaller difference is no difference.</summary>
    private const double Noticed = 0.01;

    public async Task<ScoreChange> CompareAsync(Func<Known, (Lexicon Lexicon, BestBets Bets)> change, CancellationToken cancellationToken)
    {
        var known = await knowledge.LoadAsync(cancellationToken);
        var changed = change(known);
        var before = await TodayAsync(cancellationToken);
        var after = await AskAsync(await JudgedAsync(cancellationToken), changed.Lexicon, changed.Bets, cancellationToken);
        return new ScoreChange(
            Score(before),
            Score(after),
            [.. after.Where(query => query.Value.Gain - before[query.Key].Gain > Noticed).Select(query => query.Key).Order(StringComparer.Ordinal).Take(MostNamed)],
            [.. after.Where(query => before[query.Key].Gain - query.Value.Gain > Noticed).Select(query => query.Key).Order(StringComparer.Ordinal).Take(MostNamed)]);
    }

    public async Task<RelevanceScore> MeasureAsync(CancellationToken cancellationToken) => Score(await TodayAsync(cancellationToken));

    private async Task<Dictionary<string, Answer>> TodayAsync(CancellationToken cancellationToken)
    {
        var (generation, known) = (knowledge.Generation, await knowledge.LoadAsync(cancellationToken));
        if (today.Answers is not { } kept || kept.Generation != generation)
        {
            today.Answers = kept = (generation, await AskAsync(await JudgedAsync(cancellationToken), known.Lexicon, known.Bets, cancellationToken));
        }

        return kept.Answers;
    }

    private Task<List<Judgement>> JudgedAsync(CancellationToken cancellationToken) => context.Judgements.AsNoTracking().ToListAsync(cancellationToken);

    private async Task<Dictionary<string, Answer>> AskAsync(List<Judgement> judged, Lexicon lexicon, BestBets bets, CancellationToken cancellationToken)
    {
        Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
        foreach (var query in judged.GroupBy(judgement => judgement.Query))
        {
            var text = QueryText.Read(query.Key, lexicon);
            var choices = query.Any(judgement => judgement.Url.StartsWith("/services/", StringComparison.Ordinal)) ? Services : SearchChoices.None;
            var climbed = await ladder.ClimbAsync(new SearchQuery(text, choices, null, null, bets.For(text.Normalised), 1), lexicon, cancellationToken);
            var grades = query.ToDictionary(judgement => judgement.Url, judgement => (int)judgement.Grade, StringComparer.Ordinal);
            var found = climbed.Rows.Page.Select(card => card.Url).ToList();
            answers[query.Key] = new Answer(
                Gain([.. found.Take(Depth).Select(url => grades.GetValueOrDefault(url))]) / Gain([.. grades.Values.OrderDescending().Take(Depth)]),
                query.FirstOrDefault(judgement => judgement.IsFirst)?.Url is { } first && found.FirstOrDefault() != first);
        }

        return answers;
    }

    private static RelevanceScore Score(Dictionary<string, Answer> answers) => new(
        answers.Count == 0 ? 0 : answers.Values.Average(answer => answer.Gain),
        answers.Count,
        [.. answers.Where(answer => answer.Value.IsNotFirst).Select(answer => answer.Key).Order(StringComparer.Ordinal)]);

    private static double Gain(IReadOnlyList<int> grades) =>
        grades.Select((grade, at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2)).Sum();
}

/// <param name="Gain">nDCG@10.</param>
/// <param name="IsNotFirst">Something else stands where the judged answer must.</param>
internal readonly record struct Answer(double Gain, bool IsNotFirst);

/// <summary>How the judged queries are answered today, so that trying out a change asks them only once more.</summary>
internal sealed class RelevanceToday
{
    public (long Generation, Dictionary<string, Answer> Answers)? Answers { get; set; }
}
