using System.Globalization;
using Medway.LocalOffer.Ehcp.CommandLine;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>Thousands of open records with all that was told about them, by COPY through the product's own encryption and clock.</summary>
public static class MadeCaseload
{
    private const int AtOnce = 500;

    private static readonly (EventKind Kind, Adviser? Adviser, int Day)[] Way =
    [
        (EventKind.RequestReceived, null, 0), (EventKind.Acknowledged, null, 1), (EventKind.HeardAtPanel, null, 30), (EventKind.DecidedToAssess, null, 35),
        (EventKind.AdviceRequested, Adviser.School, 36), (EventKind.AdviceRequested, Adviser.Health, 36), (EventKind.AdviceRequested, Adviser.EducationalPsychologist, 36),
        (EventKind.AdviceReceived, Adviser.School, 70), (EventKind.AdviceReceived, Adviser.Health, 75), (EventKind.AdviceReceived, Adviser.EducationalPsychologist, 90),
        (EventKind.DecidedToIssue, null, 95), (EventKind.DraftServed, null, 105), (EventKind.DraftAnswered, null, 118), (EventKind.FinalSent, null, 138),
        (EventKind.ReviewMeetingHeld, null, 470), (EventKind.ReviewDecidedToKeep, null, 490),
    ];

    /// <param name="app">The host.</param>
    /// <param name="coordinator">The account of whoever looks after all of them.</param>
    /// <param name="records">One child, one parent with an address, and one record each, spread over the whole way from the request to the first review.</param>
    /// <param name="messages">For each record.</param>
    /// <returns>The parents.</returns>
    public static async Task<IReadOnlyList<Guid>> CaseloadAsync(this App app, Guid coordinator, int records, int messages)
    {
        List<Guid> parents = [];
        for (var first = 0; first < records; first += AtOnce)
        {
            await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
            parents.AddRange(await AddAsync(app, scope.ServiceProvider, coordinator, first, Math.Min(AtOnce, records - first), messages));
        }

        await using var last = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        await last.ServiceProvider.GetRequiredService<EhcpDbContext>().Database.ExecuteSqlRawAsync("analyze");
        return parents;
    }

    /// <summary>Every clock again.</summary>
    /// <returns>How many records there are.</returns>
    public static async Task<int> WorkOutClocksAsync(this App app)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return (await scope.ServiceProvider.GetRequiredService<AllClocks>().WorkOutAsync(CancellationToken.None)).Records;
    }

    private static async Task<IReadOnlyList<Guid>> AddAsync(App app, IServiceProvider services, Guid coordinator, int first, int count, int messages)
    {
        var today = app.Clock.Today();
        var families = await app.CrowdAsync(first, [.. Enumerable.Range(first, count).Select(number => today.AddYears(-9).AddDays(-(number % 1000)))]);
        await AddRecordsAsync(app, services, coordinator, first, families, messages);
        return [.. families.Select(family => family.ParentId)];
    }

    private static async Task AddRecordsAsync(App app, IServiceProvider services, Guid coordinator, int first, IReadOnlyList<MadePair> families, int messages)
    {
        var (context, reader) = (services.GetRequiredService<EhcpDbContext>(), services.GetRequiredService<RecordReader>());
        var found = await services.GetRequiredService<IPeople>().FindAsync([.. families.Select(family => family.ChildId)], CancellationToken.None);
        var (now, today) = (app.Clock.GetUtcNow(), app.Clock.Today());
        List<EhcRecord> records = [];
        List<EhcEvent> events = [];
        List<Touchpoint> told = [];
        foreach (var (place, family) in families.Index())
        {
            // So many days ago the request came: everywhere on the way, from yesterday to the second year.
            var age = ((first + place) * 37 % 600) + 1;
            var record = new EhcRecord
            {
                Id = Guid.CreateVersion7(now),
                Reference = $"EHC-{first + place:00000}",
                ChildId = family.ChildId,
                AskedBy = Asker.Parent,
                AskerId = family.ParentId,
                ReceivedOn = today.AddDays(-age),
                Evidence = "A made-up report of a made-up school, as long as such reports are when somebody sums them up in two lines.",
                CoordinatorId = coordinator,
                Stage = Stage.Asked,
                RecordedAt = now,
            };
            List<EhcEvent> own = [.. Way.Where(step => step.Day < age).Select(step => new EhcEvent
            {
                Id = Guid.CreateVersion7(now), RecordId = record.Id, Kind = step.Kind, Adviser = step.Adviser, HappenedOn = record.ReceivedOn.AddDays(step.Day), Note = "Made-up reasons.",
                RecordedAt = UkTime.StartOf(record.ReceivedOn.AddDays(step.Day)).AddHours(9),
            })];
            reader.Follow(record, own, found[family.ChildId]);
            records.Add(record);
            events.AddRange(own);
            told.AddRange(Enumerable.Range(0, messages).Select(number => Told(record, family.ParentId, number, now)));
        }

        await context.CopyAsync(records, CancellationToken.None);
        await context.CopyAsync(events, CancellationToken.None);
        await context.CopyAsync(told, CancellationToken.None);
    }

    private static Touchpoint Told(EhcRecord record, Guid parent, int number, DateTimeOffset now)
    {
        var at = now.AddDays(-number);
        return new Touchpoint
        {
            Id = Guid.CreateVersion7(at),
            RecordId = record.Id,
            Code = TouchpointKind.News,
            Occasion = string.Create(CultureInfo.InvariantCulture, $"made {number}"),
            PersonId = parent,
            Mode = TouchpointMode.Automatic,
            DueOn = UkTime.DateIn(at),
            State = TouchpointState.Made,
            IsUseful = true,
            CreatedAt = at,
            AskedAt = at,
            SettledAt = at,
            Words = "This is to tell you where we are.\n\nWhere you are: Gathering advice. The people we asked act next. The next advice is due: by 3 March 2026.",
        };
    }
}
