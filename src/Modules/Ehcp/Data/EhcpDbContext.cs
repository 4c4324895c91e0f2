using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

internal sealed class EhcpDbContext(DbContextOptions<EhcpDbContext> options) : DbContext(options)
{
    public const string Schema = "ehcp";

    public DbSet<EhcRecord> Records => Set<EhcRecord>();

    public DbSet<EhcEvent> Events => Set<EhcEvent>();

    public DbSet<Panel> Panels => Set<Panel>();

    public DbSet<PanelAttendee> PanelAttendees => Set<PanelAttendee>();

    public DbSet<PanelItem> PanelItems => Set<PanelItem>();

    public DbSet<Screening> Screenings => Set<Screening>();

    public DbSet<WayForwardMeeting> WayForwardMeetings => Set<WayForwardMeeting>();

    public DbSet<AdviceChase> AdviceChases => Set<AdviceChase>();

    public DbSet<AdviceAsk> AdviceAsks => Set<AdviceAsk>();

    public DbSet<PlanVersion> Plans => Set<PlanVersion>();

    public DbSet<PlanText> PlanTexts => Set<PlanText>();

    public DbSet<PlanDelivery> PlanDeliveries => Set<PlanDelivery>();

    public DbSet<PlanAnswer> PlanAnswers => Set<PlanAnswer>();

    public DbSet<SettingStatus> SettingStatuses => Set<SettingStatus>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<ReviewPart> ReviewParts => Set<ReviewPart>();

    public DbSet<TouchpointKind> TouchpointKinds => Set<TouchpointKind>();

    public DbSet<Touchpoint> Touchpoints => Set<Touchpoint>();

    public DbSet<SilenceAlert> SilenceAlerts => Set<SilenceAlert>();

    public DbSet<FamilyQuestion> Questions => Set<FamilyQuestion>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<FamilyCall> Calls => Set<FamilyCall>();

    public DbSet<FamilyFact> Facts => Set<FamilyFact>();

    public DbSet<FactAsk> FactAsks => Set<FactAsk>();

    public DbSet<FamilyAnswer> Answers => Set<FamilyAnswer>();

    /// <summary>Whoever reads a record to change what hangs on it holds it until the transaction ends; the second waits.</summary>
    public Task LockRecordAsync(Guid recordId, CancellationToken cancellationToken) => Database.LockAsync($"ehcp.record {recordId}", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        EhcRecord.Map(modelBuilder.Entity<EhcRecord>());
        EhcEvent.Map(modelBuilder.Entity<EhcEvent>());
        Panel.Map(modelBuilder.Entity<Panel>());
        PanelAttendee.Map(modelBuilder.Entity<PanelAttendee>());
        PanelItem.Map(modelBuilder.Entity<PanelItem>());
        Screening.Map(modelBuilder.Entity<Screening>());
        WayForwardMeeting.Map(modelBuilder.Entity<WayForwardMeeting>());
        AdviceChase.Map(modelBuilder.Entity<AdviceChase>());
        AdviceAsk.Map(modelBuilder.Entity<AdviceAsk>());
        PlanVersion.Map(modelBuilder.Entity<PlanVersion>());
        PlanText.Map(modelBuilder.Entity<PlanText>());
        PlanDelivery.Map(modelBuilder.Entity<PlanDelivery>());
        PlanAnswer.Map(modelBuilder.Entity<PlanAnswer>());
        SettingStatus.Map(modelBuilder.Entity<SettingStatus>());
        Appointment.Map(modelBuilder.Entity<Appointment>());
        ReviewPart.Map(modelBuilder.Entity<ReviewPart>());
        TouchpointKind.Map(modelBuilder.Entity<TouchpointKind>());
        Touchpoint.Map(modelBuilder.Entity<Touchpoint>());
        SilenceAlert.Map(modelBuilder.Entity<SilenceAlert>());
        FamilyQuestion.Map(modelBuilder.Entity<FamilyQuestion>());
        Absence.Map(modelBuilder.Entity<Absence>());
        FamilyCall.Map(modelBuilder.Entity<FamilyCall>());
        FamilyFact.Map(modelBuilder.Entity<FamilyFact>());
        FactAsk.Map(modelBuilder.Entity<FactAsk>());
        FamilyAnswer.Map(modelBuilder.Entity<FamilyAnswer>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
}
