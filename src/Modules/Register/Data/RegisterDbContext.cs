using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>Entries and consents have no property here on purpose: they are read through <see cref="Reading.RegisterReader"/>, which asks what for.</summary>
internal sealed class RegisterDbContext(DbContextOptions<RegisterDbContext> options) : DbContext(options)
{
    public const string Schema = "register";

    public DbSet<Wording> Wordings => Set<Wording>();

    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Whoever reads an entry to change what hangs on it holds it until the transaction ends; the second waits.</summary>
    public Task LockEntryAsync(Guid entryId, CancellationToken cancellationToken) => Database.LockAsync($"register.entry {entryId}", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        RegisterEntry.Map(modelBuilder.Entity<RegisterEntry>());
        Wording.Map(modelBuilder.Entity<Wording>());
        ConsentEvent.Map(modelBuilder.Entity<ConsentEvent>());
        Consent.Map(modelBuilder.Entity<Consent>());
        Draft.Map(modelBuilder.Entity<Draft>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
