using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Features.News.AskForNews;
using Medway.LocalOffer.Messaging.Features.Staff.PlanNews;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.Seeding;

/// <summary>Messages to the made-up families by the real engine: some end in the sink, some are calls and letters, and some are held, as they must be.</summary>
internal sealed class DemoMessages(
    MessagingDbContext context, IMessages messages, Dispatcher dispatcher, IMediator mediator, WaysOut ways, SeedFiles files, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the families.</summary>
    public int Order => 20;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Nothing made up may leave: not on a machine that has a way out.
        if (!environment.IsDevelopment() || !ways.AreShut)
        {
            return;
        }

        var rows = files.Rows(SeedSet.Demo, "people.csv", "key", "id", "of");
        var ids = rows.ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        foreach (var row in rows.Where(row => row["of"].Length > 0))
        {
            await messages.RequestAsync(
                new MessageRequest("messaging.get-in-touch", $"demo {row["key"]}", null, null, new Dictionary<string, string>())
                {
                    PersonId = ids[row["key"]],
                    AboutPersonId = ids[row["of"]],
                },
                cancellationToken);
        }

        await messages.RequestAsync(
            new MessageRequest("messaging.test", "demo test", null, "demo.officer@example.org", new Dictionary<string, string> { ["sent"] = clock.GetUtcNow().Moment() }), cancellationToken);
        await PlanAsync(cancellationToken);
        await dispatcher.RunAsync(cancellationToken);
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        if (await context.Calendar.AnyAsync(cancellationToken))
        {
            return;
        }

        var day = clock.Today().AddDays(10);
        await mediator.Send(new AskForNews("reader@example.org", [NewsTopic.ShortBreaks]), cancellationToken);
        await mediator.Send(
            new PlanEntry(CalendarKind.Newsletter, "Short breaks: what is new (made up)", "Made-up council", NewsTopic.ShortBreaks, day, null, "There are new clubs.\n\nYou can book now."),
            cancellationToken);
        await mediator.Send(
            new PlanEntry(CalendarKind.Consultation, "How are short breaks for you? (made up)", "Made-up health board", NewsTopic.ShortBreaks, day.AddDays(4), day.AddDays(25), ""), cancellationToken);
    }
}
