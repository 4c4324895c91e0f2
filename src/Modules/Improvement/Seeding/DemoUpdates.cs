using System.Text;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;
using Medway.LocalOffer.Improvement.Features.Staff.KeepPage;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>Two made-up boards and a few plainly made-up updates, by the operations that staff use.</summary>
internal sealed class DemoUpdates(ImprovementDbContext context, IMediator mediator, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string MadeUp = "Made up, to show how it looks.";

    private static readonly (string Reference, int StepsDone, bool HasVoice)[] Updates =
        [("1.3", 60, true), ("2.1a", 80, true), ("2.1c", 100, true), ("3.4a", 100, false), ("4.2", 40, true), ("6.3", 70, false)];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Updates.AnyAsync(cancellationToken))
        {
            return;
        }

        var today = clock.Today();
        foreach (var days in new[] { 14, 56 })
        {
            Done(await mediator.Send(new PlanBoard(today.AddDays(days)), cancellationToken));
        }

        var parts = await context.Parts.ToDictionaryAsync(part => part.Reference, part => part.Id, cancellationToken);
        foreach (var (reference, steps, hasVoice) in Updates)
        {
            Done(await mediator.Send(
                new UpdatePart(parts[reference], steps, MadeUp, MadeUp, MadeUp, hasVoice ? MadeUp : "", hasVoice ? "" : MadeUp), cancellationToken));
        }

        using var minutes = new MemoryStream(Encoding.UTF8.GetBytes(MadeUp));
        Done(await mediator.Send(
            new AddEvidence(parts["2.1a"], "Made-up minutes of a made-up meeting", today.AddMonths(6), "minutes.txt", minutes), cancellationToken));
        Done(await mediator.Send(new KeepPage(parts["2.1c"], "/about/the-local-offer", "Made up: the page says what the Local Offer is", today.AddMonths(6)), cancellationToken));
    }

    private static void Done<T>(Outcome<T> outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException($"A made-up update was not taken: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
        }
    }
}
