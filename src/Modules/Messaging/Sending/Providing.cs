using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Gives messages to providers, a few at a time, and settles what they left open.</summary>
internal sealed partial class Providing(
    IServiceScopeFactory scopes, Ledger ledger, SendGate gate, WaysOut ways, Words words, StopLinks stopLinks, TimeProvider clock, ILogger<Providing> logger)
{
    /// <summary>Notify's client holds a thread while it waits, so this is also how many threads.</summary>
    private const int AtOnce = 8;

    /// <summary>An answer of the gate that is older is asked for again.</summary>
    private static readonly TimeSpan GateFresh = TimeSpan.FromSeconds(2);

    public Task SendAsync(Guid claim, IReadOnlyList<(Outgoing Outgoing, GateAnswer Answer)> messages, CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        return ForEachAsync(messages, async (pair, token) =>
        {
            var answer = pair.Answer;
            if (clock.GetElapsedTime(asked) > GateFresh)
            {
                answer = (await gate.AskAsync([pair.Outgoing], pair.Outgoing.Message.Hop > 0 ? SendStep.Fallback : SendStep.Send, token))[0];
            }

            if (answer.May && ways.Of(pair.Outgoing, answer.To!) is not WaysOut.Print)
            {
                await WithinAsync(pair.Outgoing, settlement => SendAsync(claim, pair.Outgoing, answer, settlement, token), token);
            }
        }, cancellationToken);
    }

    /// <summary>The provider did not answer, or our host died: it is asked what it knows before anything is sent again.</summary>
    public Task SettleAsync(Guid claim, IReadOnlyList<Outgoing> unsure, Settlement settlement, CancellationToken cancellationToken) =>
        ForEachAsync(unsure, (outgoing, token) => WithinAsync(outgoing, own => SettleAsync(claim, outgoing, own, token), token), cancellationToken);

    private async Task SendAsync(Guid claim, Outgoing outgoing, GateAnswer answer, Settlement settlement, CancellationToken cancellationToken)
    {
        var message = outgoing.Message;
        var provider = ways.Provider(ways.Of(message.Channel));
        var to = answer.To!;
        if (!SendableTo.Is(message.Channel, to.Lines))
        {
            await settlement.WriteAsync(claim, [outgoing], [new Step(message.Id, MessageState.Failed) { Reason = "not_an_address", ContactPointId = answer.ContactPointId }], cancellationToken);
            return;
        }

        var rendered = words.Of(outgoing);
        var step = new Step(message.Id, MessageState.Sent)
        {
            Provider = provider.Name,
            ContactPointId = answer.ContactPointId,
            VersionId = outgoing.Version!.Id,
            Exemption = outgoing.Class.Exempt,
            Segments = Sender.Segments(outgoing, rendered),
        };
        if (!await ledger.BeginAsync(claim, step, cancellationToken))
        {
            return;
        }

        var result = await provider.SendAsync(message.Id, message.Channel, to, rendered, stopLinks.Of(outgoing), cancellationToken);
        var now = clock.GetUtcNow();
        step = step with { ProviderId = result.ProviderId, Reason = result.Kind == SendResultKind.Accepted ? null : result.Outcome };
        step = result.Kind switch
        {
            SendResultKind.Accepted => step,
            SendResultKind.Refused => step with { To = MessageState.Failed },
            SendResultKind.NoAnswer => step with { To = MessageState.Unsure, DueAt = now + Retries.Settling, CountsAsTry = true },
            SendResultKind.Broken => Faults.Next(message, result.Outcome, now),
            _ => Again(message, step, now),
        };
        await settlement.WriteAsync(claim, [outgoing], [step], cancellationToken, attempt: (provider.Name, result.Outcome));
    }

    private async Task SettleAsync(Guid claim, Outgoing outgoing, Settlement settlement, CancellationToken cancellationToken)
    {
        var message = outgoing.Message;
        var provider = ways.Provider(message.Provider ?? ways.Of(message.Channel));
        var known = await provider.FindAsync(message.Id, message.Channel, message.ProviderId, cancellationToken);
        var now = clock.GetUtcNow();
        var step = new Step(message.Id, known.State) { Provider = provider.Name, ProviderId = known.ProviderId };
        step = known.Kind switch
        {
            LookupKind.Found => step with { Reason = known.State == MessageState.Failed ? known.Status?.Replace('-', '_') : null },
            LookupKind.NotThere => Again(message, step with { Reason = "had_not_left" }, now),
            LookupKind.NoAnswer => step with { To = MessageState.Unsure, DueAt = now + Retries.Settling, Reason = "no_answer" },
            _ => step with { To = MessageState.Stuck, Reason = "nobody_knows_if_it_left" },
        };
        await settlement.WriteAsync(claim, [outgoing], [step], cancellationToken, attempt: (provider.Name, "asked_" + ReasonWords.Snake(known.Kind)));
    }

    private static Step Again(Message message, Step step, DateTimeOffset now) => message.Tries + 1 >= Retries.Tries
        ? step with { To = MessageState.Stuck, CountsAsTry = true }
        : step with { To = MessageState.Waiting, CountsAsTry = true, DueAt = now + Retries.After(message.Tries + 1, Random.Shared.NextDouble()) };

    private static Task ForEachAsync<T>(IReadOnlyList<T> all, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (one, token) => await act(one, token));

    /// <summary>A scope for each, because contexts do not share. What breaks here breaks one message, not its batch: the claim runs out and somebody asks the provider.</summary>
    private async Task WithinAsync(Outgoing outgoing, Func<Settlement, Task> act, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.dispatch");
        var acting = act(scope.ServiceProvider.GetRequiredService<Settlement>());
        await Task.WhenAny(acting);
        cancellationToken.ThrowIfCancellationRequested();
        if (acting.IsFaulted)
        {
            Broke(logger, acting.Exception.GetBaseException(), outgoing.Message.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} broke on its way to the provider")]
    private static partial void Broke(ILogger logger, Exception exception, Guid id);
}
