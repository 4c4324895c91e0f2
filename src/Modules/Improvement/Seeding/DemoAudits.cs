using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.DrawAudit;
using Medway.LocalOffer.Improvement.Features.Staff.FinishAudit;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Improvement.Seeding;

/// <summary>A sample of the demo's own journeys, and one plainly made-up audit, by the operations that staff use.</summary>
internal sealed class DemoAudits(ImprovementDbContext context, IMediator mediator, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string MadeUp = "Made up, to show how it looks.";

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.AuditDraws.AnyAsync(cancellationToken))
        {
            return;
        }

        var drawn = await mediator.Send(new DrawSample(AuditKind.Journeys), cancellationToken);
        if (!drawn.IsOk)
        {
            // A demo without records has nothing to draw from.
            return;
        }

        var draw = drawn.Value;
        var first = await context.AuditItems.Where(item => item.DrawId == draw && item.Number == 1).Select(item => item.Id).SingleAsync(cancellationToken);
        var finished = await mediator.Send(
            new FinishAudit(first, AuditGrade.RequiresImprovement, "A made-up member of the board", MadeUp, MadeUp, "", "", clock.Today().AddMonths(1)), cancellationToken);
        if (!finished.IsOk)
        {
            throw new InvalidOperationException($"A made-up audit was not taken: {string.Join(" ", finished.Errors.Select(error => error.Message))}");
        }
    }
}
