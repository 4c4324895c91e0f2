using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Takes one batch through time, gate and cap, and gives each message to its way out.</summary>
internal sealed partial class Sender(
    IServiceScopeFactory scopes, Ledger ledger, SendGate gate, WeeklyCap cap, WaysOut ways, Providing providing, Bundler bundler, Words words,
    TimeProvider clock, ILogger<Sender> logger)
{
    private const int Batch = 100;

    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <returns>How many were claimed; 0 when nothing is due.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var claimed = await ledger.ClaimAsync(Batch, cancellationToken);
        if (claimed.Ids.Count == 0)
        {
            return 0;
        }

        try
        {
            await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.dispatch");
            var all = await scope.ServiceProvider.GetRequiredService<OutgoingLoader>().LoadAsync(claimed.Ids, cancellationToken);
            var settlement = scope.ServiceProvider.GetRequiredService<Settlement>();
            List<Step> steps = [];
            var ready = await ReadyAsync(claimed, all, scope.ServiceProvider.GetRequiredService<SendTimes>(), settlement, steps, cancellationToken);
            var allowed = await AllowedAsync(ready, settlement, claimed, steps, cancellationToken);
            await settlement.WriteAsync(claimed.Claim, [.. all, .. allowed.SelectMany(pair => pair.Outgoing.Parts)], steps, cancellationToken);
            await LeaveAsync(claimed, allowed, settlement, cancellationToken);
        }
        finally
        {
            await ledger.ReleaseAsync(claimed, CancellationToken.None);
        }

        return claimed.Ids.Count;
    }

    /// <summary>What is not sure, too late, too early or without words is dealt with; the rest may ask the gate.</summary>
    private async Task<List<Outgoing>> ReadyAsync(
        Claimed claimed, IReadOnlyList<Outgoing> all, SendTimes times, Settlement settlement, List<Step> steps, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await cap.TakenAsync([.. all.Where(o => o.Class.IsUnprompted).Select(o => o.Message.RecipientKey).Distinct()], cancellationToken);
        List<Outgoing> ready = [];
        List<Outgoing> unsure = [];
        foreach (var outgoing in all)
        {
            var message = outgoing.Message;
            if (message.State == MessageState.Sending)
            {
                // Its host died while the provider was asked.
                steps.Add(new Step(message.Id, MessageState.Unsure) { DueAt = now + Retries.Settling, Reason = "host_stopped" });
            }
            else if (message.State == MessageState.Unsure)
            {
                unsure.Add(outgoing);
            }
            else if (now - message.CreatedAt > TimeSpan.FromHours(outgoing.Template.LifeHours) && now - outgoing.Request.NotBefore > TimeSpan.FromHours(outgoing.Template.LifeHours))
            {
                steps.Add(new Step(message.Id, MessageState.Expired) { Reason = message.Reason ?? "too_late" });
            }
            else if (outgoing.MustMake is not null)
            {
                // Making it takes days: the task does not wait for the morning. The gate is asked first.
                ready.Add(outgoing);
            }
            else if (outgoing.NoVersion is { } why)
            {
                steps.Add(new Step(message.Id, MessageState.Held) { Reason = why, DueAt = now + LookAgain });
            }
            else if (times.Decide(Moment(outgoing, now, taken)) is { IsNow: false } later)
            {
                steps.Add(new Step(message.Id, MessageState.Waiting) { Reason = later.Why, DueAt = later.Until });
            }
            else
            {
                ready.Add(outgoing);
            }
        }

        await providing.SettleAsync(claimed.Claim, unsure, settlement, cancellationToken);
        return ready;
    }

    private async Task<List<(Outgoing Outgoing, GateAnswer Answer)>> AllowedAsync(
        List<Outgoing> ready, Settlement settlement, Claimed claimed, List<Step> steps, CancellationToken cancellationToken)
    {
        List<(Outgoing Outgoing, GateAnswer Answer)> allowed = [];
        foreach (var group in ready.GroupBy(outgoing => outgoing.Message.Hop > 0 ? SendStep.Fallback : SendStep.Send))
        {
            var asked = group.ToList();
            foreach (var (outgoing, answer) in asked.Zip(await gate.AskAsync(asked, group.Key, cancellationToken)))
            {
                if (answer.May && outgoing.MustMake is { } format)
                {
                    steps.Add(new Step(outgoing.Message.Id, MessageState.ToMake) { Reason = Words.Missing(format) });
                }
                else if (answer.May)
                {
                    allowed.Add((outgoing, answer));
                }
                else if (answer.OtherChannelMayDo && await settlement.TryNextChannelAsync(claimed.Claim, outgoing, answer, cancellationToken))
                {
                    continue;
                }
                else
                {
                    steps.Add(new Step(outgoing.Message.Id, MessageState.Held)
                    {
                        Reason = ReasonWords.Joined(answer.Held),
                        DueAt = clock.GetUtcNow() + (answer.AskAgain ? Retries.GateAgain : LookAgain),
                    });
                }
            }
        }

        allowed = await bundler.BundleAsync(claimed, allowed, steps, cancellationToken);
        var capped = allowed.Where(pair => pair.Outgoing.Class is { IsUnprompted: true, Exempt: null }).ToList();
        var places = await cap.TakeAsync([.. capped.Select(pair => (pair.Outgoing.Message.Id, pair.Outgoing.Message.RecipientKey))], cancellationToken);
        foreach (var pair in capped.Where(pair => !places.Contains(pair.Outgoing.Message.Id)))
        {
            allowed.Remove(pair);

            // Due at once: the next look at the clock says until when.
            steps.Add(new Step(pair.Outgoing.Message.Id, MessageState.Waiting) { Reason = "weekly_cap" });
        }

        return allowed;
    }

    private async Task LeaveAsync(
        Claimed claimed, List<(Outgoing Outgoing, GateAnswer Answer)> allowed, Settlement settlement, CancellationToken cancellationToken)
    {
        List<Step> steps = [];
        List<(Outgoing, Rendered)> sunk = [];
        List<(Outgoing, GateAnswer)> provided = [];
        foreach (var (outgoing, answer) in allowed)
        {
            var way = ways.Of(outgoing, answer.To!);
            var step = new Step(outgoing.Message.Id, MessageState.ToDo)
            {
                Exemption = outgoing.Class.Exempt,
                VersionId = outgoing.Version!.Id,
                ContactPointId = answer.ContactPointId,
                Provider = way,
            };
            switch (way)
            {
                case WaysOut.Print:
                    steps.Add(step with { To = MessageState.ToPrint, MatchCode = outgoing.Message.MatchCode ?? MatchCode.New() });
                    break;
                case WaysOut.People:
                    steps.Add(step);
                    break;
                case WaysOut.Sink when await TryRender(outgoing) is { } rendered:
                    sunk.Add((outgoing, rendered));
                    steps.Add(step with { To = MessageState.Sunk, Segments = Segments(outgoing, rendered) });
                    break;
                case WaysOut.Sink:
                    steps.Add(Fault(outgoing));
                    break;
                default:
                    provided.Add((outgoing, answer));
                    break;
            }
        }

        await settlement.WriteAsync(claimed.Claim, [.. allowed.Select(pair => pair.Outgoing)], steps, cancellationToken, sunk);
        await providing.SendAsync(claimed.Claim, provided, cancellationToken);
    }

    private async Task<Rendered?> TryRender(Outgoing outgoing)
    {
        var rendering = Task.Run(() => words.Of(outgoing));
        await Task.WhenAny(rendering);
        if (rendering.IsCompletedSuccessfully)
        {
            return await rendering;
        }

        CannotRender(logger, rendering.Exception?.GetBaseException(), outgoing.Message.Id);
        return null;
    }

    public static int Segments(Outgoing outgoing, Rendered rendered) => outgoing.Message.Channel == MessageChannel.Sms ? SmsText.Segments(rendered.Body) : 0;

    /// <summary>Our own fault: a few quick tries, then somebody has to look.</summary>
    private Step Fault(Outgoing outgoing) => Faults.Next(outgoing.Message, "cannot_make_words", clock.GetUtcNow());

    private static SendMoment Moment(Outgoing outgoing, DateTimeOffset now, ILookup<string, DateTimeOffset> taken) => new(
        now,
        outgoing.Message.Channel,
        outgoing.Class,
        outgoing.Preferences?.Earliest,
        outgoing.Preferences?.Latest,
        outgoing.Preferences?.AnyDay ?? false,
        outgoing.Template.IsDecision,
        outgoing.Request.SomebodyIsReachable,
        outgoing.Message.SlotAt is null ? [.. taken[outgoing.Message.RecipientKey]] : []);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} has no words")]
    private static partial void CannotRender(ILogger logger, Exception? exception, Guid id);
}

internal static class Faults
{
    public static Step Next(Message message, string reason, DateTimeOffset now) => message.Faults + 1 >= Retries.Faults
        ? new Step(message.Id, MessageState.Stuck) { Reason = reason, CountsAsFault = true }
        : new Step(message.Id, MessageState.Waiting) { Reason = reason, CountsAsFault = true, DueAt = now + Retries.AfterFault(message.Faults + 1) };
}
