using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Data;

internal sealed class ContentDbContext(DbContextOptions<ContentDbContext> options) : DbContext(options)
{
    public const string Schema = "content";

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Variant> Variants => Set<Variant>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Autosave> Autosaves => Set<Autosave>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public DbSet<AskedCheck> AskedChecks => Set<AskedCheck>();

    public DbSet<PublishedPage> Published => Set<PublishedPage>();

    public DbSet<PlannedTakeDown> PlannedTakeDowns => Set<PlannedTakeDown>();

    public DbSet<Redirect> Redirects => Set<Redirect>();

    public DbSet<MissedPath> MissedPaths => Set<MissedPath>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables().MapSearchEntries();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ContentDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
