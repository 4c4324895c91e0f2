using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

internal sealed class FeedbackDbContext(DbContextOptions<FeedbackDbContext> options) : DbContext(options)
{
    public const string Schema = "feedback";

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<PublishedYouSaid> YouSaid => Set<PublishedYouSaid>();

    public DbSet<PageVote> PageVotes => Set<PageVote>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<ComplaintStage> ComplaintStages => Set<ComplaintStage>();

    public DbSet<TaskScript> TaskScripts => Set<TaskScript>();

    public DbSet<TaskRun> TaskRuns => Set<TaskRun>();

    public DbSet<SurveyFigure> SurveyFigures => Set<SurveyFigure>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables().MapSearchEntries();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FeedbackDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
