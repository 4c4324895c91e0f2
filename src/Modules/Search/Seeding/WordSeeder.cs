using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Builds the word list once the other seeders have written what it lists.</summary>
internal sealed class WordSeeder(SearchDbContext context) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!await context.Words.AnyAsync(cancellationToken))
        {
            await context.Database.ExecuteSqlAsync($"select search.rebuild_words()", cancellationToken);
        }
    }
}
