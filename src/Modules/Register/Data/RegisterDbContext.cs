using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>Entries and consents have no property here on purpose: they are read through <see cref="Reading.RegisterReader"/>, which asks what for.</summary>
internal sealed class RegisterDbContext(DbContextOptions<RegisterDbContext> options) : DbContext(options)
{
    public const string Schema = "register";

    public DbSet<Wording> Wordings => Set<Wording>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<PlanningCode> PlanningCodes => Set<PlanningCode>();

    public DbSet<PostcodeWard> PostcodeWards => Set<PostcodeWard>();

    public DbSet<ExpectedInBand> ExpectedChildren => Set<ExpectedInBand>();

    public DbSet<KeptRelease> KeptReleases => Set<KeptRelease>();

    public DbSet<PublishedRelease> PublishedReleases => Set<PublishedRelease>();

    public DbSet<PublishedNumber> PublishedNumbers => Set<PublishedNumber>();
    public DbSet<OldEntry> OldEntries => Set<OldEntry>();

    public DbSet<OldLetters> LetterBatches => Set<OldLetters>();

    public DbSet<PlannedMailing> Mailings => Set<PlannedMailing>();

    public DbSet<Share> Shares => Set<Share>();

    public DbSet<SharedEntry> SharedEntries => Set<SharedEntry>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    /// <summary>Whoever reads an entry to change what hangs on it holds it until the transaction ends; the second waits.</summary>
    public Task LockEntryAsync(Guid entryId, CancellationToken cancellationToken) => Database.LockAsync($"register.entry {entryId}", cancellationToken);

    /// <summary>Of one child one entry goes live, by whichever of its records in People it was made.</summary>
    public Task LockChildAsync(Guid keptId, CancellationToken cancellationToken) => Database.LockAsync($"register.child {keptId}", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables().MapSearchEntries();
        RegisterEntry.Map(modelBuilder.Entity<RegisterEntry>());
        Wording.Map(modelBuilder.Entity<Wording>());
        ConsentEvent.Map(modelBuilder.Entity<ConsentEvent>());
        Consent.Map(modelBuilder.Entity<Consent>());
        OldEntry.Map(modelBuilder.Entity<OldEntry>());
        OldLetters.Map(modelBuilder.Entity<OldLetters>());
        PlannedMailing.Map(modelBuilder.Entity<PlannedMailing>());
        Share.Map(modelBuilder.Entity<Share>());
        SharedEntry.Map(modelBuilder.Entity<SharedEntry>());
        RetentionRun.Map(modelBuilder.Entity<RetentionRun>());
        Draft.Map(modelBuilder.Entity<Draft>());
        PlanningCode.Map(modelBuilder.Entity<PlanningCode>());
        PostcodeWard.Map(modelBuilder.Entity<PostcodeWard>());
        ExpectedInBand.Map(modelBuilder.Entity<ExpectedInBand>());
        KeptRelease.Map(modelBuilder.Entity<KeptRelease>());
        PublishedRelease.Map(modelBuilder.Entity<PublishedRelease>());
        PublishedNumber.Map(modelBuilder.Entity<PublishedNumber>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
