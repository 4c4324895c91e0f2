using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Tests;

/// <summary>A made-up module that writes things, so that Platform is tested the way modules use it.</summary>
internal sealed class ThingsDbContext(DbContextOptions<ThingsDbContext> options) : DbContext(options)
{
    /// <summary>What a migration of such a module would do.</summary>
    public const string Schema = """
        create schema things;
        create table things.thing (id uuid primary key, name text not null unique);
        grant usage on schema things to web_private;
        grant select, insert, update, delete on things.thing to web_private;
        """;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.InSchema("things").MapSharedTables().Entity<Thing>().ToTable("thing").Property(thing => thing.Id).ValueGeneratedNever();
}

internal sealed class Thing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }
}

[EventName("things.thing-made.v1")]
internal sealed record ThingMade(Guid Id, string Name);

/// <summary>Makes one thing for each event; a name that is there already breaks it.</summary>
internal sealed class CopyThing(ThingsDbContext context) : IHandleEvent<ThingMade>
{
    public async Task HandleAsync(ThingMade @event, CancellationToken cancellationToken)
    {
        context.Add(new Thing { Name = @event.Name });
        await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Has the event too, beside <see cref="CopyThing"/>.</summary>
internal sealed class CountThing(Log log) : IHandleEvent<ThingMade>
{
    public Task HandleAsync(ThingMade @event, CancellationToken cancellationToken)
    {
        log.Add(@event.Name);
        return Task.CompletedTask;
    }
}

/// <summary>What jobs and handlers did, in order.</summary>
internal sealed class Log
{
    private readonly Lock guard = new();
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (guard)
            {
                return [.. lines];
            }
        }
    }

    public void Add(string line)
    {
        lock (guard)
        {
            lines.Add(line);
        }
    }
}

/// <summary>Writes its payload to the log; the payload "fail" makes it break, "wait" makes it take a moment, "long" until it is stopped.</summary>
internal sealed class LogJob(Log log) : IJob
{
    public static string Kind => "things.payload-log";

    public static int MaxAttempts => 3;

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var word = context.Read<string>()!;
        log.Add(word);
        if (word == "fail")
        {
            throw new InvalidOperationException("broken on purpose");
        }

        await Task.Delay(word switch { "wait" => 50, "long" => Timeout.Infinite, _ => 0 }, cancellationToken);
    }
}

/// <summary>One thing a row. Careless on purpose: saves in a dry run and with problems too, so that it shows who protects the data.</summary>
internal sealed class CarelessImport(ThingsDbContext context) : IImport
{
    public string Name => "things.things";

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var table = CsvTable.Read(file, "name");
        foreach (var row in table.Rows)
        {
            context.Add(new Thing { Name = row["name"] });
        }

        await context.SaveChangesAsync(cancellationToken);
        return new ImportReport(table.Rows.Count, table.Rows.Count, 0, 0, table.Problems);
    }
}

internal static class ThingSettings
{
    public static readonly Setting<string?> Phone = new("things.phone", default, "Whom to ring.", isPublic: true);
    public static readonly Setting<int> Limit = new("things.limit", 5, "How many.");
}
