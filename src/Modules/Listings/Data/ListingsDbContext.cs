using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

internal sealed class ListingsDbContext(DbContextOptions<ListingsDbContext> options) : DbContext(options)
{
    public const string Schema = "listings";

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<ServiceNeed> Needs => Set<ServiceNeed>();

    public DbSet<CostOption> CostOptions => Set<CostOption>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<ServicePlace> ServicePlaces => Set<ServicePlace>();

    public DbSet<AccessFact> AccessFacts => Set<AccessFact>();

    public DbSet<ForeignId> ForeignIds => Set<ForeignId>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();

    public DbSet<ServiceLanguage> ServiceLanguages => Set<ServiceLanguage>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<RecordRevision> Revisions => Set<RecordRevision>();

    public DbSet<ServiceChange> ServiceChanges => Set<ServiceChange>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<CsvMapping> CsvMappings => Set<CsvMapping>();

    public DbSet<FileLoad> FileLoads => Set<FileLoad>();

    public DbSet<FileLoadPart> FileLoadParts => Set<FileLoadPart>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables().MapSearchEntries();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ListingsDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
