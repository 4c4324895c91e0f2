using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Loads synonyms and sound-alikes that are not there yet; what an editor has changed stays.</summary>
internal sealed class SynonymSeeder(SearchDbContext context, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.Synonyms.Select(synonym => synonym.Term).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "search/synonyms.csv", "term", "means"))
        {
            var term = SearchText.Normalise(row["term"]);
            string[] means = [.. row["means"].Split(';').Select(SearchText.Normalise).Where(word => word.Length > 0 && word != term).Distinct()];
            if (term.Length > 0 && means.Length > 0 && known.Add(term))
            {
                context.Synonyms.Add(new Synonym { Term = term, Means = means, OnlyAlone = row["only_alone"] == "yes", TestQuery = row["test_query"], Why = row["why"] });
            }
        }

        var heard = await context.SoundAlikes.Select(soundAlike => soundAlike.Typed).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "search/sound-alikes.csv", "typed", "meant"))
        {
            var (typed, meant) = (SearchText.Normalise(row["typed"]), SearchText.Normalise(row["meant"]));
            if (heard.Add(typed))
            {
                context.SoundAlikes.Add(new SoundAlike { Typed = typed, Meant = meant });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
