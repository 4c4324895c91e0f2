using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Data;

internal sealed class MessagingDbContext(DbContextOptions<MessagingDbContext> options) : DbContext(options)
{
    public const string Schema = "messaging";

    public DbSet<Request> Requests => Set<Request>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<SunkMessage> Sink => Set<SunkMessage>();

    public DbSet<Stop> Stops => Set<Stop>();

    public DbSet<Template> Templates => Set<Template>();

    public DbSet<TemplateVersion> Versions => Set<TemplateVersion>();

    public DbSet<PrintBatch> PrintBatches => Set<PrintBatch>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<MadeFormat> MadeFormats => Set<MadeFormat>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<CalendarEntry> Calendar => Set<CalendarEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.InSchema(Schema).MapSharedTables();
        Request.Map(modelBuilder.Entity<Request>());
        Message.Map(modelBuilder.Entity<Message>());
        Attempt.Map(modelBuilder.Entity<Attempt>());
        Receipt.Map(modelBuilder.Entity<Receipt>());
        SunkMessage.Map(modelBuilder.Entity<SunkMessage>());
        Stop.Map(modelBuilder.Entity<Stop>());
        Template.Map(modelBuilder.Entity<Template>());
        TemplateVersion.Map(modelBuilder.Entity<TemplateVersion>());
        PrintBatch.Map(modelBuilder.Entity<PrintBatch>());
        Call.Map(modelBuilder.Entity<Call>());
        MadeFormat.Map(modelBuilder.Entity<MadeFormat>());
        Subscription.Map(modelBuilder.Entity<Subscription>());
        CalendarEntry.Map(modelBuilder.Entity<CalendarEntry>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
