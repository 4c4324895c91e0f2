using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.PrintSheets;

/// <summary>The letters of a batch with names and addresses, asked of the gate in this moment. Who opens them is written down.</summary>
internal sealed record ReadSheets(Guid BatchId) : ICommand<SheetsView>, IReadsPeople
{
    public Permission Permission => MessagingPermissions.Print;

    public AuditEvent Event => MessagingAudit.SheetsShown;

    public string SubjectKind => "print_batch";

    public Guid? SubjectId => BatchId;

    public string? Purpose => "to print a letter to you";
}

/// <param name="To">Name and address for the envelope.</param>
/// <param name="MadeIn">What was made for this person and goes into the envelope; null when the sheet is all.</param>
internal sealed record Sheet(string MatchCode, Guid? PersonId, Destination To, Rendered Words, bool IsLarge, MessageFormat? MadeIn)
{
    public override string ToString() => nameof(Sheet);
}

internal sealed record SheetsView(DateOnly Day, IReadOnlyList<Sheet> Sheets) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [.. Sheets.Select(sheet => sheet.PersonId).OfType<Guid>().Distinct()];
}

internal sealed class ReadSheetsHandler(MessagingDbContext context, PrintGate gate, Words words, Actor actor, TimeProvider clock) : IRequestHandler<ReadSheets, Outcome<SheetsView>>
{
    public async Task<Outcome<SheetsView>> Handle(ReadSheets request, CancellationToken cancellationToken)
    {
        if (await context.PrintBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken) is not { } batch)
        {
            return Outcome.NotFound;
        }

        if (batch.IsHidden && !actor.May(MessagingPermissions.ReachHidden))
        {
            return Outcome.Forbidden;
        }

        var ids = await context.Messages.Where(m => m.PrintBatchId == request.BatchId && m.State == MessageState.InBatch)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
        var allowed = await gate.OfBatchAsync(context, batch, ids, cancellationToken);
        var printedTo = allowed.ToDictionary(pair => pair.Outgoing.Message.Id, pair => gate.DigestOf(pair.Answer.To!));
        foreach (var message in await context.Messages.Where(m => printedTo.Keys.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            message.PrintedTo = printedTo[message.Id];
        }

        await context.SaveChangesAsync(cancellationToken);
        return new SheetsView(
            clock.Today(),
            [
                .. allowed.Select(pair => new Sheet(
                    pair.Outgoing.Message.MatchCode!, pair.Outgoing.Message.PersonId, pair.Answer.To!, words.Of(pair.Outgoing),
                    pair.Outgoing.Preferences?.Format is MessageFormat.LargePrint or MessageFormat.EasyRead, pair.Outgoing.MadeIn?.Format)),
            ]);
    }
}
