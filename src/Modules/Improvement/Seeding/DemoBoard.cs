using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Improvement.Features.Staff.CommentOnPart;
using Medway.LocalOffer.Improvement.Features.Staff.MakeBoardPack;
using Medway.LocalOffer.Improvement.Features.Staff.NameGuest;
using Medway.LocalOffer.Improvement.Features.Staff.NameLead;
using Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.RecordDuty;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>Plainly made-up matters, a comment, a lead and a duty that was done, and a pack that is made of them, by the operations that staff use.</summary>
internal sealed class DemoBoard(
    ImprovementDbContext context, PartReader reader, DutyReader duties, IStaffNames names, IMediator mediator, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string MadeUp = "Made up, to show how it looks.";
    private const string Lead = "head-of-send@demo.example.org";
    private const string Guest = "partner-guest@demo.example.org";

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Matters.AnyAsync(matter => matter.ChallengesId == null, cancellationToken) || await reader.NextBoardAsync(cancellationToken) is not { } board)
        {
            return;
        }

        var parts = await context.Parts.ToDictionaryAsync(part => part.Reference, part => part.Id, cancellationToken);
        var due = clock.Today().AddDays(30);
        foreach (var matter in new[]
        {
            new RaiseMatter(MatterKind.Risk, "A made-up risk", MadeUp, parts["2.1a"], null, null, "Head of Inclusion", due),
            new RaiseMatter(MatterKind.Dependency, "A made-up dependency", MadeUp, parts["6.1c"], parts["2.1a"], null, "Head of Inclusion", due),
            new RaiseMatter(MatterKind.Decision, "A made-up decision", MadeUp, null, null, null, "Chair of the board", due),
            new RaiseMatter(MatterKind.Escalation, "A made-up escalation", MadeUp, parts["3.4b"], null, EscalationRoute.Cabinet, "Chair of the board", due),
        })
        {
            Done(await mediator.Send(matter, cancellationToken));
        }

        Done(await mediator.Send(new CommentOnPart(parts["2.1a"], MadeUp), cancellationToken));
        if (await names.FindAsync(Lead, cancellationToken) is not null)
        {
            Done(await mediator.Send(new NameLead("Head of Inclusion", Lead), cancellationToken));
        }

        if (await names.FindAsync(Guest, cancellationToken) is not null)
        {
            Done(await mediator.Send(new NameGuest(Guest, AuditAgency.Health), cancellationToken));
        }

        if ((await duties.ReadAsync(parts["4.3"], clock.Today(), cancellationToken))[parts["4.3"]].FirstOrDefault(time => time.MayBeWritten) is { } time)
        {
            Done(await mediator.Send(new RecordDuty(parts["4.3"], time.Period.Until, MadeUp), cancellationToken));
        }

        var next = await context.Boards.SingleAsync(one => one.HeldOn == board, cancellationToken);
        Done(await mediator.Send(new MakeBoardPack(next.Id), cancellationToken));
    }

    private static void Done<T>(Outcome<T> outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException($"Something made up was not taken: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
        }
    }
}
