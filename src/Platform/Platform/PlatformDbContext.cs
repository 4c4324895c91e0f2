using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Erasure;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.KeptForms;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform;

/// <summary>Owns the schema <c>platform</c>: what every module shares.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : DbContext(options)
{
    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<StoredSetting> Settings => Set<StoredSetting>();

    public DbSet<KeptFormRow> KeptForms => Set<KeptFormRow>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<BankHoliday> BankHolidays => Set<BankHoliday>();

    public DbSet<SchoolTerm> SchoolTerms => Set<SchoolTerm>();

    public DbSet<OccurrenceRow> Occurrences => Set<OccurrenceRow>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<ErasedPerson> Erased => Set<ErasedPerson>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(SharedTables.Schema).MapSharedTables(owner: true);
        modelBuilder.Entity<Job>(job =>
        {
            job.ToTable("jobs");
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasMaxLength(100);
            job.Property(j => j.Key).HasMaxLength(200);
            job.Property(j => j.Payload).HasColumnType("jsonb");
            job.Property(j => j.LastError).HasMaxLength(ErrorText.MaximumLength);
            job.HasIndex(j => new { j.Kind, j.Key }).IsUnique().HasFilter("state in ('waiting', 'running')");
            job.HasIndex(j => j.DueAt).HasFilter("state in ('waiting', 'running')");
        });
        modelBuilder.Entity<ImportRun>(run =>
        {
            run.ToTable("import_runs");
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Name).HasMaxLength(100);
            run.Property(r => r.FileName).HasMaxLength(260);
            run.Property(r => r.Sha256).HasMaxLength(64);
            run.Property(r => r.ActorId).HasMaxLength(100);
            run.Property(r => r.Problems).HasColumnType("jsonb");
            run.Property(r => r.Error).HasMaxLength(ErrorText.MaximumLength);
            run.HasIndex(r => new { r.Name, r.StartedAt });
        });
        modelBuilder.Entity<OneTimeLink>(link =>
        {
            link.ToTable("links");
            link.Property(l => l.Id).ValueGeneratedNever();
            link.Property(l => l.Purpose).HasMaxLength(60);
            link.HasIndex(l => l.Digest).IsUnique();
            link.HasIndex(l => new { l.SubjectId, l.Purpose });
        });
        modelBuilder.Entity<StoredSetting>(setting =>
        {
            setting.ToTable("settings");
            setting.HasKey(s => s.Name);
            setting.Property(s => s.Name).HasMaxLength(100);
        });
        KeptFormRow.Map(modelBuilder);
        BankHoliday.Map(modelBuilder);
        SchoolTerm.Map(modelBuilder);
        OccurrenceRow.Map(modelBuilder);
        StoredFile.Map(modelBuilder);
        ErasedPerson.Map(modelBuilder);
        modelBuilder.Entity<DataKey>(key =>
        {
            key.ToTable("data_keys");
            key.HasKey(k => k.Number);
            key.Property(k => k.Number).UseIdentityByDefaultColumn();
        });
        modelBuilder.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("data_protection_keys");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Name).HasMaxLength(200);
        });
        modelBuilder.Entity<LoadedSeed>(seed =>
        {
            seed.ToTable("seeds");
            seed.HasKey(s => s.Set);
            seed.Property(s => s.Digest).HasMaxLength(64);
        });
    }
}
