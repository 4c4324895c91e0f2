using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Writes what became of claimed messages and what follows from it, in one transaction.</summary>
internal sealed class Settlement(MessagingDbContext context, Ledger ledger, Consequences consequences, IHostEnvironment environment, TimeProvider clock)
{
    public async Task WriteAsync(
        Guid claim,
        IReadOnlyList<Outgoing> all,
        IReadOnlyList<Step> steps,
        CancellationToken cancellationToken,
        IReadOnlyList<(Outgoing Outgoing, Rendered Words)>? sunk = null,
        (string Provider, string Outcome)? attempt = null)
    {
        if (steps.Count == 0)
        {
            return;
        }

        using var transaction = OneTransaction.Begin();
        var written = await ledger.WriteAsync(context, claim, steps, cancellationToken);
        var now = clock.GetUtcNow();
        if (attempt is var (provider, outcome))
        {
            context.AddRange(steps.Select(step => new Attempt { Id = Guid.CreateVersion7(now), MessageId = step.Id, At = now, Provider = provider, Outcome = outcome }));
        }

        await context.CopyAsync(
            [.. (sunk ?? []).Where(pair => written.Contains(pair.Outgoing.Message.Id)).Select(pair =>
                new SunkMessage { MessageId = pair.Outgoing.Message.Id, Channel = pair.Outgoing.Message.Channel, Words = Kept(pair.Words), At = now })],
            cancellationToken);
        var byId = all.DistinctBy(outgoing => outgoing.Message.Id).ToDictionary(outgoing => outgoing.Message.Id);
        List<Guid> over = [];
        foreach (var step in steps.Where(step => written.Contains(step.Id)))
        {
            var outgoing = byId[step.Id];
            var goesOn = await consequences.OfAsync(context, outgoing.Message, outgoing.Request, outgoing.Template, step.To, step.Reason, step.ContactPointId, cancellationToken,
                isAlone: outgoing.Parts.Count == 0);
            if (!goesOn && Secrets.AreOver(step.To, outgoing.Request, outgoing.Template))
            {
                over.Add(outgoing.Request.Id);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        await Secrets.ForgetAsync(context, over, cancellationToken);
        transaction.Complete();
    }

    /// <summary>This channel's contact point is at fault, and nobody said no: the next channel, which asks the gate itself.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> TryNextChannelAsync(Guid claim, Outgoing outgoing, GateAnswer answer, CancellationToken cancellationToken)
    {
        if (await Consequences.NextChannelAsync(context, outgoing.Message, outgoing.Request, outgoing.Template, cancellationToken) is null)
        {
            return false;
        }

        await WriteAsync(
            claim,
            [outgoing],
            [new Step(outgoing.Message.Id, MessageState.Failed) { Reason = ReasonWords.Joined(answer.Held), ContactPointId = answer.ContactPointId }],
            cancellationToken);
        return true;
    }

    /// <summary>In Production nobody may read what was for somebody else.</summary>
    private string? Kept(Rendered words) => environment.IsProduction() ? null : words.Subject.Length == 0 ? words.Body : $"{words.Subject}\n\n{words.Body}";
}

/// <summary>Codes and links, and the addresses of those whom People does not know, are gone once they have left.</summary>
internal static class Secrets
{
    public static bool AreOver(MessageState state, Request request, Template template) =>
        (template.IsSecret || request.Mailbox is not null) && (state == MessageState.Sent || state.IsFinal());

    public static Task ForgetAsync(MessagingDbContext context, IReadOnlyCollection<Guid> requests, CancellationToken cancellationToken) => requests.Count == 0
        ? Task.CompletedTask
        : context.Requests.Where(r => requests.Contains(r.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Values, (string?)null).SetProperty(r => r.Mailbox, (string?)null), cancellationToken);
}
