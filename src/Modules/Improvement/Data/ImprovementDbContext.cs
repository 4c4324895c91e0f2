using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

internal sealed class ImprovementDbContext(DbContextOptions<ImprovementDbContext> options) : DbContext(options)
{
    public const string Schema = "improvement";

    public DbSet<ImprovementPlan> Plans => Set<ImprovementPlan>();

    public DbSet<ImprovementArea> Areas => Set<ImprovementArea>();

    public DbSet<ImprovementAction> Actions => Set<ImprovementAction>();

    public DbSet<ImprovementPart> Parts => Set<ImprovementPart>();

    public DbSet<BoardMeeting> Boards => Set<BoardMeeting>();

    public DbSet<PartUpdate> Updates => Set<PartUpdate>();

    public DbSet<DueMove> Moves => Set<DueMove>();

    public DbSet<ImpactCheck> ImpactChecks => Set<ImpactCheck>();

    public DbSet<PartEvidence> Evidence => Set<PartEvidence>();

    public DbSet<ColourOverride> Overrides => Set<ColourOverride>();

    public DbSet<ImprovementKpi> Kpis => Set<ImprovementKpi>();

    public DbSet<KpiDefinition> KpiDefinitions => Set<KpiDefinition>();

    public DbSet<KpiFigure> KpiFigures => Set<KpiFigure>();

    public DbSet<AuditDraw> AuditDraws => Set<AuditDraw>();

    public DbSet<AuditItem> AuditItems => Set<AuditItem>();

    public DbSet<AuditResult> AuditResults => Set<AuditResult>();

    public DbSet<AuditFinding> AuditFindings => Set<AuditFinding>();

    public DbSet<FindingReport> FindingReports => Set<FindingReport>();

    public DbSet<AgencyGuest> AgencyGuests => Set<AgencyGuest>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<EngagementChange> EngagementChanges => Set<EngagementChange>();

    public DbSet<Charter> Charters => Set<Charter>();

    public DbSet<CharterSignature> CharterSignatures => Set<CharterSignature>();

    public DbSet<CharterLook> CharterLooks => Set<CharterLook>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<BriefingAttendance> BriefingAttendance => Set<BriefingAttendance>();

    public DbSet<BoardPack> Packs => Set<BoardPack>();

    public DbSet<Matter> Matters => Set<Matter>();

    public DbSet<MatterNote> MatterNotes => Set<MatterNote>();

    public DbSet<PartComment> PartComments => Set<PartComment>();

    public DbSet<DutyRecord> DutyRecords => Set<DutyRecord>();

    public DbSet<UpdateSeal> Seals => Set<UpdateSeal>();

    public DbSet<LeadHolder> LeadHolders => Set<LeadHolder>();

    public DbSet<PublicWords> PublicTexts => Set<PublicWords>();

    public DbSet<PublicDecision> PublicDecisions => Set<PublicDecision>();

    public DbSet<PublishedProgress> Progress => Set<PublishedProgress>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables().MapSearchEntries();
        modelBuilder.Entity<ImprovementPlan>(ImprovementPlan.Map);
        modelBuilder.Entity<ImprovementArea>(ImprovementArea.Map);
        modelBuilder.Entity<ImprovementAction>(ImprovementAction.Map);
        modelBuilder.Entity<ImprovementPart>(ImprovementPart.Map);
        modelBuilder.Entity<BoardMeeting>(BoardMeeting.Map);
        modelBuilder.Entity<PartUpdate>(PartUpdate.Map);
        modelBuilder.Entity<DueMove>(DueMove.Map);
        modelBuilder.Entity<ImpactCheck>(ImpactCheck.Map);
        modelBuilder.Entity<PartEvidence>(PartEvidence.Map);
        modelBuilder.Entity<ColourOverride>(ColourOverride.Map);
        modelBuilder.Entity<ImprovementKpi>(ImprovementKpi.Map);
        modelBuilder.Entity<KpiDefinition>(KpiDefinition.Map);
        modelBuilder.Entity<KpiFigure>(KpiFigure.Map);
        modelBuilder.Entity<AuditDraw>(AuditDraw.Map);
        modelBuilder.Entity<AuditItem>(AuditItem.Map);
        modelBuilder.Entity<AuditResult>(AuditResult.Map);
        modelBuilder.Entity<AuditFinding>(AuditFinding.Map);
        modelBuilder.Entity<FindingReport>(FindingReport.Map);
        modelBuilder.Entity<AgencyGuest>(AgencyGuest.Map);
        modelBuilder.Entity<Engagement>(Engagement.Map);
        modelBuilder.Entity<EngagementChange>(EngagementChange.Map);
        modelBuilder.Entity<Charter>(Charter.Map);
        modelBuilder.Entity<CharterSignature>(CharterSignature.Map);
        modelBuilder.Entity<CharterLook>(CharterLook.Map);
        modelBuilder.Entity<Briefing>(Briefing.Map);
        modelBuilder.Entity<BriefingAttendance>(Data.BriefingAttendance.Map);
        modelBuilder.Entity<BoardPack>(BoardPack.Map);
        modelBuilder.Entity<Matter>(Matter.Map);
        modelBuilder.Entity<MatterNote>(MatterNote.Map);
        modelBuilder.Entity<PartComment>(PartComment.Map);
        modelBuilder.Entity<DutyRecord>(DutyRecord.Map);
        modelBuilder.Entity<UpdateSeal>(UpdateSeal.Map);
        modelBuilder.Entity<LeadHolder>(LeadHolder.Map);
        modelBuilder.Entity<PublicWords>(PublicWords.Map);
        modelBuilder.Entity<PublicDecision>(PublicDecision.Map);
        modelBuilder.Entity<PublishedProgress>(PublishedProgress.Map);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
