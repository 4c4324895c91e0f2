using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

internal sealed class PeopleDbContext(DbContextOptions<PeopleDbContext> options) : DbContext(options)
{
    public const string Schema = "people";

    public DbSet<PersonRecord> Persons => Set<PersonRecord>();

    public DbSet<ContactRecord> Contacts => Set<ContactRecord>();

    public DbSet<HiddenContact> HiddenContacts => Set<HiddenContact>();

    public DbSet<RelationshipRecord> Relationships => Set<RelationshipRecord>();

    public DbSet<PreferencesRecord> Preferences => Set<PreferencesRecord>();

    public DbSet<RestrictionRecord> Restrictions => Set<RestrictionRecord>();

    public DbSet<MergeRecord> Merges => Set<MergeRecord>();

    public DbSet<DifferentPeople> DifferentPeople => Set<DifferentPeople>();

    public DbSet<ErasureRecord> Erasures => Set<ErasureRecord>();

    public DbSet<Mark> Marks => Set<Mark>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        PersonRecord.Map(modelBuilder.Entity<PersonRecord>());
        ContactRecord.Map(modelBuilder.Entity<ContactRecord>());
        HiddenContact.Map(modelBuilder.Entity<HiddenContact>());
        RelationshipRecord.Map(modelBuilder.Entity<RelationshipRecord>());
        PreferencesRecord.Map(modelBuilder.Entity<PreferencesRecord>());
        RestrictionRecord.Map(modelBuilder.Entity<RestrictionRecord>());
        MergeRecord.Map(modelBuilder.Entity<MergeRecord>());
        Data.DifferentPeople.Map(modelBuilder.Entity<DifferentPeople>());
        ErasureRecord.Map(modelBuilder.Entity<ErasureRecord>());
        Mark.Map(modelBuilder.Entity<Mark>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
