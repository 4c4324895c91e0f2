using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>What a host does by itself, at moments that a test chooses.</summary>
internal static class Telling
{
    /// <summary>News of one day waits half an hour for other news.</summary>
    private static readonly TimeSpan Bundled = TimeSpan.FromMinutes(31);

    /// <summary>Hands out what is due; nothing leaves.</summary>
    public static Task HandOutAsync(this App app) => HandOutAsync(app.Services, "tests");

    /// <param name="host">Each host of a test has a job of its own, as if its minute had come.</param>
    public static async Task HandOutAsync(IServiceProvider services, string host)
    {
        const string Kind = "platform.occurrences-hand-out";
        await using (var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests"))
        {
            var context = scope.ServiceProvider.GetRequiredService<EhcpDbContext>();
            await services.GetRequiredService<JobQueue>().EnqueueAsync(context, Kind, host);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            await context.Database.ExecuteSqlAsync($"update platform.jobs set due_at = {now} where kind = {Kind} and key = {host} and state = 'waiting'");
        }

        await services.GetRequiredService<JobRunner>().RunDueAsync();
    }

    /// <summary>Sends what may leave, and tells the modules what became of it.</summary>
    public static async Task DeliverAsync(this App app)
    {
        await app.SendMessagesAsync();
        while (await app.Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(Given.Now) > 0)
        {
            // One batch after the other.
        }
    }

    /// <summary>Half an hour later everything of today has left.</summary>
    public static async Task LaterTodayAsync(this App app)
    {
        await app.HandOutAsync();
        await app.DeliverAsync();
        app.Clock.Move(Bundled);
        await app.DeliverAsync();
    }

    /// <summary>Ten in the morning in London, so many days on.</summary>
    public static void GoOn(this App app, int days = 1) => app.Clock.StandAt(UkTime.StartOf(app.Today().AddDays(days)).AddHours(10));

    /// <summary>Day by day, with everything that leaves on each.</summary>
    public static async Task LiveAsync(this App app, int days)
    {
        for (var day = 0; day < days; day++)
        {
            app.GoOn();
            await app.LaterTodayAsync();
        }
    }

    public static Task<List<Touchpoint>> TouchpointsAsync(this App app, Guid childId, string code) => app.AskAsync(context => context.Touchpoints.AsNoTracking()
        .Where(one => one.Code == code && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == childId)).OrderBy(one => one.CreatedAt).ThenBy(one => one.Id).ToListAsync(Given.Now));

    /// <summary>How many messages were asked for, by any channel.</summary>
    public static Task<int> MessagesAsync(this App app, Touchpoint touchpoint) => app.AskAsync(context => context.Database
        .SqlQuery<int>($"select count(*)::int as \"Value\" from messaging.messages where occurrence_key = {touchpoint.OccurrenceKey} and person_id = {touchpoint.PersonId}").SingleAsync(Given.Now));

    /// <summary>As Messaging says it.</summary>
    /// <param name="at">When it was so; null is now.</param>
    public static async Task SettledAsync(this App app, Touchpoint touchpoint, MessageOutcome outcome, MessageChannel? next, DateTimeOffset? at = null)
    {
        using var transaction = OneTransaction.Begin();
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Told>().HandleAsync(
                new MessageSettled(Guid.CreateVersion7(), Teller.Received, touchpoint.OccurrenceKey, touchpoint.PersonId, MessageChannel.Email, outcome, next, at ?? app.Clock.GetUtcNow()), Given.Now);
        }

        transaction.Complete();
    }

    /// <summary>Where an officer deals with it, as long as it is as it was read.</summary>
    public static string Address(this Touchpoint touchpoint) => $"/staff/ehcp/records/{touchpoint.RecordId}/{TouchpointWords.PageOf(touchpoint) ?? $"touchpoints/{touchpoint.Id}"}";
}
