using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Data;

internal sealed class SearchDbContext(DbContextOptions<SearchDbContext> options) : DbContext(options)
{
    public const string Schema = "search";

    public DbSet<SearchEntry> Entries => Set<SearchEntry>();

    public DbSet<Synonym> Synonyms => Set<Synonym>();

    public DbSet<SoundAlike> SoundAlikes => Set<SoundAlike>();

    public DbSet<KnownPlace> Places => Set<KnownPlace>();

    public DbSet<KnownPostcode> Postcodes => Set<KnownPostcode>();

    public DbSet<Word> Words => Set<Word>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSearchEntries(owner: true);
        Synonym.Map(modelBuilder.Entity<Synonym>());
        SoundAlike.Map(modelBuilder.Entity<SoundAlike>());
        KnownPlace.Map(modelBuilder.Entity<KnownPlace>());
        KnownPostcode.Map(modelBuilder.Entity<KnownPostcode>());
        Word.Map(modelBuilder.Entity<Word>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
