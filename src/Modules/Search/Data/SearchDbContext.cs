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

    public DbSet<BestBet> BestBets => Set<BestBet>();

    public DbSet<HiddenEntry> HiddenEntries => Set<HiddenEntry>();

    public DbSet<Judgement> Judgements => Set<Judgement>();

    public DbSet<AskedWords> AskedWords => Set<AskedWords>();

    public DbSet<AskedPlace> AskedPlaces => Set<AskedPlace>();

    public DbSet<Wish> Wishes => Set<Wish>();

    public DbSet<Pack> Packs => Set<Pack>();

    public DbSet<Rebuild> Rebuilds => Set<Rebuild>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSearchEntries(owner: true).MapSharedTables();
        Synonym.Map(modelBuilder.Entity<Synonym>());
        SoundAlike.Map(modelBuilder.Entity<SoundAlike>());
        KnownPlace.Map(modelBuilder.Entity<KnownPlace>());
        KnownPostcode.Map(modelBuilder.Entity<KnownPostcode>());
        Word.Map(modelBuilder.Entity<Word>());
        BestBet.Map(modelBuilder.Entity<BestBet>());
        HiddenEntry.Map(modelBuilder.Entity<HiddenEntry>());
        Judgement.Map(modelBuilder.Entity<Judgement>());
        Data.AskedWords.Map(modelBuilder.Entity<AskedWords>());
        AskedPlace.Map(modelBuilder.Entity<AskedPlace>());
        Wish.Map(modelBuilder.Entity<Wish>());
        Pack.Map(modelBuilder.Entity<Pack>());
        Rebuild.Map(modelBuilder.Entity<Rebuild>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
