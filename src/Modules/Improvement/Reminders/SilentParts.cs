using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Reminders;

/// <summary>A part without an update for two boards in a row is put to the board, and stays there until somebody says how it ended.</summary>
internal sealed class SilentParts(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock)
{
    public async Task EscalateAsync(BoardMeeting board, CancellationToken cancellationToken)
    {
        var before = await context.Boards.Where(earlier => earlier.HeldOn < board.HeldOn).OrderByDescending(earlier => earlier.HeldOn).Select(earlier => (DateOnly?)earlier.HeldOn)
            .FirstOrDefaultAsync(cancellationToken);
        if (before is not { } first)
        {
            return;
        }

        var silent = await context.Parts.Where(part => !context.Updates.Any(update => update.PartId == part.Id && update.Board >= first && update.Board <= board.HeldOn))
            .Join(context.Actions, part => part.ActionId, action => action.Id, (part, action) => new { part.Id, part.Reference, part.Position, action.Leads })
            .OrderBy(part => part.Position).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var part in silent)
        {
            var title = $"Part {part.Reference}: no update for two boards";
            if (await context.Matters.AnyAsync(
                matter => matter.PartId == part.Id && matter.Title == title && !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing), cancellationToken))
            {
                continue;
            }

            var matter = new Matter
            {
                Id = Guid.CreateVersion7(now),
                Kind = MatterKind.Escalation,
                Title = title,
                Words = $"Nothing was told to the boards of {first.Long()} and {board.HeldOn.Long()}.",
                PartId = part.Id,
                Route = EscalationRoute.SendPartnershipBoard,
                Owner = Cut(part.Leads),
                Due = UkTime.DateIn(now).AddDays(PartFacts.DaysOfACycle),
                At = now,
                By = actor.Id,
                ByRole = "The service",
            };
            context.Matters.Add(matter);
            audit.Record(context, ImprovementAudit.MatterRaised, Matter.Subject, matter.Id, changes: [new AuditChange("kind", null, $"{matter.Kind}")]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static string Cut(string leads) => leads.Length <= Matter.MaximumOwner ? leads : $"{leads[..(Matter.MaximumOwner - 1)].TrimEnd()}…";
}
