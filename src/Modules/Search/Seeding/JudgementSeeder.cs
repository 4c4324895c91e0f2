using System.Globalization;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Loads the judged searches that a change of synonyms is measured by. The files say what there is: staff do not change them.</summary>
internal sealed class JudgementSeeder(SearchDbContext context, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var first = files.Rows(Set, "search/must-be-first.csv", "query", "id").Select(row => (row["query"], UrlOf(row["id"]))).ToHashSet();
        var judged = files.Rows(Set, "search/judgements.csv", "query", "id", "grade")
            .Select(row => (Query: row["query"], Url: UrlOf(row["id"]), Grade: short.Parse(row["grade"], CultureInfo.InvariantCulture)))
            .ToList();
        judged.AddRange(first.Except(judged.Select(row => (row.Query, row.Url))).Select(row => (row.Item1, row.Item2, (short)3)));
        var known = await context.Judgements.ToDictionaryAsync(judgement => (judgement.Query, judgement.Url), cancellationToken);
        foreach (var (query, url, grade) in judged)
        {
            if (!known.Remove((query, url), out var judgement))
            {
                context.Judgements.Add(judgement = new Judgement { Query = query, Url = url });
            }

            judgement.Grade = grade;
            judgement.IsFirst = first.Contains((query, url));
        }

        context.Judgements.RemoveRange(known.Values);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A service by its slug, anything else by its path.</summary>
    private static string UrlOf(string id) => id.StartsWith('/') ? id : "/services/" + id;
}
