using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Reminders;

/// <summary>
/// Asks whoever holds a lead role for the updates that the board still lacks; whoever has written them is not asked again. The morning after the board
/// it looks for parts that were silent twice. Roles that nobody holds are in My work of the programme office.
/// </summary>
internal sealed class AskForUpdates(ImprovementDbContext context, LeadReader leads, SilentParts silent, IMessages messages) : IOccurrenceHandler
{
    /// <summary>As rows keep who asked.</summary>
    public const string Name = "improvement.updates-ask";

    private const string Template = "improvement.updates-due";

    public static string Kind => Name;

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (await context.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.Id == occurrence.Subject, cancellationToken) is not { } board)
        {
            return;
        }

        if (occurrence.Key == UpdateLadder.After)
        {
            await silent.EscalateAsync(board, cancellationToken);
            return;
        }

        var missing = (await context.Parts.Where(part => !context.Updates.Any(update => update.PartId == part.Id && update.Board == board.HeldOn))
            .Select(part => part.Id).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var holder in (await leads.ReadAsync(cancellationToken)).Where(lead => lead.Holder is not null).GroupBy(lead => (Account: lead.Holder!.Value, lead.Mailbox)))
        {
            var parts = holder.SelectMany(lead => lead.Parts).Where(part => missing.Contains(part.Id)).DistinctBy(part => part.Id).ToList();
            if (parts.Count > 0)
            {
                await messages.RequestAsync(
                    new MessageRequest(Template, $"{Name} {board.Id:n} {occurrence.Key} {holder.Key.Account:n}", null, holder.Key.Mailbox, new Dictionary<string, string>
                    {
                        ["parts"] = string.Join(", ", parts.Select(part => part.Reference)),
                        ["board"] = board.HeldOn.Long(),
                        ["path"] = "/staff/improvement",
                    }),
                    cancellationToken);
            }
        }
    }
}
