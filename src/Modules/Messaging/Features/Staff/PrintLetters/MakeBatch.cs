using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;

/// <summary>Puts the letters that wait into a batch. The gate is asked about each of them again: what it says no to is held and stays out.</summary>
/// <remarks>Answers with the batch; null when the gate held every letter.</remarks>
internal sealed record MakeBatch : ICommand<Guid?>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed class MakeBatchHandler(MessagingDbContext context, PrintGate gate, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<MakeBatch, Outcome<Guid?>>
{
    /// <summary>As many as two people can match in a morning.</summary>
    private const int Most = 200;

    public async Task<Outcome<Guid?>> Handle(MakeBatch request, CancellationToken cancellationToken)
    {
        // One at a time: two would take the same letters.
        await context.Database.LockAsync("messaging.print-batch", cancellationToken);
        var waiting = await context.Messages.Where(m => m.State == MessageState.ToPrint).OrderBy(m => m.CreatedAt).Take(Most).Select(m => m.Id).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return Outcome.Invalid("", "No letter waits to be printed");
        }

        var allowed = await gate.AllowedAsync(context, waiting, cancellationToken);
        if (allowed.Count == 0)
        {
            return Outcome.Ok<Guid?>(null);
        }

        // Letters to hidden addresses make a batch of their own, and first: nobody else can take them.
        var isHidden = actor.May(MessagingPermissions.ReachHidden) && allowed.Any(pair => pair.Answer.To!.IsConfidential);
        var ids = allowed.Where(pair => pair.Answer.To!.IsConfidential == isHidden).Select(pair => pair.Outgoing.Message.Id).ToList();
        if (ids.Count == 0)
        {
            return Outcome.Invalid("", "What waits goes to hidden addresses. The duty and safety lead prints it");
        }

        var now = clock.GetUtcNow();
        var batch = new PrintBatch { Id = Guid.CreateVersion7(now), Day = UkTime.DateIn(now), State = BatchState.Open, MadeBy = actor.AccountId, MadeAt = now, IsHidden = isHidden };
        context.PrintBatches.Add(batch);
        audit.Record(context, MessagingAudit.BatchMade, "print_batch", batch.Id);
        await context.SaveChangesAsync(cancellationToken);
        await context.Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.ToPrint).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.InBatch).SetProperty(m => m.PrintBatchId, batch.Id), cancellationToken);
        return (Guid?)batch.Id;
    }
}

/// <summary>Asks the gate about letters before they are put on paper or handed over, and takes out those that may not leave any more.</summary>
internal sealed class PrintGate(OutgoingLoader loader, SendGate gate, IKeyedDigests digests)
{
    /// <summary>Of letters that wait to be printed.</summary>
    public async Task<IReadOnlyList<(Outgoing Outgoing, GateAnswer Answer)>> AllowedAsync(
        MessagingDbContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Printable(await AskAsync(context, ids, MessageState.ToPrint, cancellationToken));

    /// <summary>Of letters in a batch. Whose address has changed since it was printed, has been hidden, or is hidden no more, leaves it and waits again.</summary>
    public async Task<IReadOnlyList<(Outgoing Outgoing, GateAnswer Answer)>> OfBatchAsync(
        MessagingDbContext context, PrintBatch batch, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(context, ids, MessageState.InBatch, cancellationToken);
        var others = asked.Where(pair => pair.Answer.To!.IsConfidential != batch.IsHidden || HasMoved(pair.Outgoing.Message, pair.Answer.To)).Select(pair => pair.Outgoing.Message.Id).ToList();
        if (others.Count > 0)
        {
            await context.Messages.Where(m => others.Contains(m.Id) && m.State == MessageState.InBatch).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.ToPrint).SetProperty(m => m.PrintBatchId, (Guid?)null).SetProperty(m => m.IsMatched, false).SetProperty(m => m.PrintedTo, (byte[]?)null),
                cancellationToken);
        }

        return Printable(asked.Where(pair => !others.Contains(pair.Outgoing.Message.Id)));
    }

    /// <summary>What stands on the envelope.</summary>
    public byte[] DigestOf(Destination to) =>
        digests.Of("printed-letter", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', [to.Name, .. to.Lines])));

    private bool HasMoved(Message message, Destination to) => message.PrintedTo is { } printed && !printed.AsSpan().SequenceEqual(DigestOf(to));

    private static List<(Outgoing Outgoing, GateAnswer Answer)> Printable(IEnumerable<(Outgoing Outgoing, GateAnswer Answer)> asked) =>
        [.. asked.Where(pair => pair.Outgoing.Version is not null)];

    /// <returns>Those that may leave; the others are held, in the context's transaction.</returns>
    private async Task<List<(Outgoing Outgoing, GateAnswer Answer)>> AskAsync(
        MessagingDbContext context, IReadOnlyCollection<Guid> ids, MessageState from, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var all = await loader.LoadAsync(ids, cancellationToken);
        var asked = all.Zip(await gate.AskAsync(all, SendStep.Print, cancellationToken)).ToList();
        foreach (var (outgoing, answer) in asked.Where(pair => !pair.Second.May))
        {
            var reason = ReasonWords.Joined(answer.Held);
            await context.Messages.Where(m => m.Id == outgoing.Message.Id && m.State == from).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Held).SetProperty(m => m.Reason, reason).SetProperty(m => m.PrintBatchId, (Guid?)null).SetProperty(m => m.IsMatched, false),
                cancellationToken);
        }

        return [.. asked.Where(pair => pair.Second.May)];
    }
}
