using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Puts what one person gets by one channel on one day, about siblings too, into one message. The gate is asked about each part.</summary>
internal sealed class Bundler(IServiceScopeFactory scopes, Ledger ledger, SendGate gate)
{
    /// <summary>What is due within the day comes along.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(12);

    /// <param name="claimed">By this host.</param>
    /// <param name="allowed">What the gate let through.</param>
    /// <param name="steps">The parts are added: they stand in another message now.</param>
    /// <returns>What still leaves by itself.</returns>
    public async Task<List<(Outgoing Outgoing, GateAnswer Answer)>> BundleAsync(
        Claimed claimed, List<(Outgoing Outgoing, GateAnswer Answer)> allowed, List<Step> steps, CancellationToken cancellationToken)
    {
        List<(Outgoing, GateAnswer)> leaving = [.. allowed.Where(pair => !MayBundle(pair.Outgoing))];
        foreach (var group in allowed.Where(pair => MayBundle(pair.Outgoing)).GroupBy(pair => (pair.Outgoing.Message.RecipientKey, pair.Outgoing.Message.Channel)))
        {
            var (carrier, answer) = group.First();
            List<Outgoing> parts = [.. group.Skip(1).Select(pair => pair.Outgoing), .. await MoreAsync(claimed, carrier, cancellationToken)];
            steps.AddRange(parts.Select(part => new Step(part.Message.Id, MessageState.Bundled) { BundledIntoId = carrier.Message.Id, VersionId = part.Version!.Id }));
            leaving.Add((carrier with { Parts = [.. carrier.Parts, .. parts] }, answer));
        }

        return leaving;
    }

    /// <summary>By text message each stays alone: together they would cost as much and read worse.</summary>
    private static bool MayBundle(Outgoing outgoing) =>
        outgoing.Template.Bundles && outgoing.Message is { PersonId: not null, Channel: MessageChannel.Email or MessageChannel.Letter };

    private async Task<IEnumerable<Outgoing>> MoreAsync(Claimed claimed, Outgoing carrier, CancellationToken cancellationToken)
    {
        var ids = await ledger.ClaimToBundleAsync(claimed, carrier.Message, Ahead, cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.dispatch");
        var more = (await scope.ServiceProvider.GetRequiredService<OutgoingLoader>().LoadAsync(ids, cancellationToken)).Where(o => o.Version is not null).ToList();
        var answers = await gate.AskAsync(more, SendStep.Send, cancellationToken);

        // Whatever the gate holds is given back with the claim, and is asked about when its own time comes.
        return more.Zip(answers).Where(pair => pair.Second.May).Select(pair => pair.First);
    }
}
