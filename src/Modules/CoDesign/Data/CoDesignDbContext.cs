using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Data;

internal sealed class CoDesignDbContext(DbContextOptions<CoDesignDbContext> options) : DbContext(options)
{
    public const string Schema = "codesign";

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Part> Parts => Set<Part>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Reviewer> Reviewers => Set<Reviewer>();

    public DbSet<PanelSession> Sessions => Set<PanelSession>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<PublishedRound> PublishedRounds => Set<PublishedRound>();

    public DbSet<PublishedTheme> PublishedThemes => Set<PublishedTheme>();

    public DbSet<CheckedPage> CheckedPages => Set<CheckedPage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        Round.Map(modelBuilder.Entity<Round>());
        Part.Map(modelBuilder.Entity<Part>());
        Group.Map(modelBuilder.Entity<Group>());
        Reviewer.Map(modelBuilder.Entity<Reviewer>());
        PanelSession.Map(modelBuilder.Entity<PanelSession>());
        Answer.Map(modelBuilder.Entity<Answer>());
        Theme.Map(modelBuilder.Entity<Theme>());
        PublishedRound.Map(modelBuilder.Entity<PublishedRound>());
        PublishedTheme.Map(modelBuilder.Entity<PublishedTheme>());
        CheckedPage.Map(modelBuilder.Entity<CheckedPage>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
