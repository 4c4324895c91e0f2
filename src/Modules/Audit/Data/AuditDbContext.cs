using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Data;

internal sealed class AuditDbContext(DbContextOptions<AuditDbContext> options) : DbContext(options)
{
    public const string Schema = "audit";

    public IQueryable<AuditEntry> Entries => Set<AuditEntry>().AsNoTracking();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<SealedEntry> SealedEntries => Set<SealedEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        Seal.Map(modelBuilder);
        SealedEntry.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
