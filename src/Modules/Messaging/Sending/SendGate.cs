using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>
/// May this leave, now? People is asked first, then every rule of the modules; all must say yes. Whatever throws, whatever does not answer in
/// two seconds (<c>Messaging:GateSeconds</c> says otherwise), and a class that needs a rule and has none, holds the message.
/// </summary>
internal sealed partial class SendGate(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<SendGate> logger)
{
    private static readonly HeldReason[] OfThisChannelOnly = [HeldReason.NoContactPoint, HeldReason.ContactPointUnusable];

    private readonly TimeSpan limit = TimeSpan.FromSeconds(configuration.GetValue("Messaging:GateSeconds", 2));

    /// <summary>One look for all of them. Good for this moment only.</summary>
    public async Task<IReadOnlyList<GateAnswer>> AskAsync(IReadOnlyList<Outgoing> messages, SendStep step, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = AskEverybodyAsync(messages, step, asked.Token);

        // Not only the token: a rule that ignores it must not hold up the others' messages.
        await Task.WhenAny(asking, Task.Delay(limit, cancellationToken));
        if (asking.IsCompletedSuccessfully)
        {
            return await asking;
        }

        cancellationToken.ThrowIfCancellationRequested();
        await asked.CancelAsync();
        Unavailable(logger, asking.Exception?.GetBaseException(), messages.Count);
        return [.. messages.Select(_ => GateAnswer.No("gate_unavailable", askAgain: true))];
    }

    private async Task<IReadOnlyList<GateAnswer>> AskEverybodyAsync(IReadOnlyList<Outgoing> messages, SendStep step, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.gate");
        var people = messages.Where(message => message.Request.Mailbox is null).ToList();
        var reached = people.Count == 0
            ? []
            : await scope.ServiceProvider.GetRequiredService<IReach>().AskAsync([.. people.Select(Question)], cancellationToken);
        if (reached.Count != people.Count)
        {
            throw new InvalidOperationException("People answered another number of questions than it was asked.");
        }

        var answers = people.Zip(reached).ToDictionary(pair => pair.First.Message.Id, pair => Read(pair.Second));
        var rules = scope.ServiceProvider.GetServices<ISendRule>().ToList();
        List<GateAnswer> result = new(messages.Count);
        foreach (var message in messages)
        {
            var answer = answers.TryGetValue(message.Message.Id, out var said) ? said : new GateAnswer([], new Destination("", [message.Request.Mailbox!], false), null, false, false);
            result.Add(answer.May ? await AskRulesAsync(rules, message, answer, step, cancellationToken) : answer);
        }

        return result;
    }

    private static async Task<GateAnswer> AskRulesAsync(
        List<ISendRule> rules, Outgoing outgoing, GateAnswer answer, SendStep step, CancellationToken cancellationToken)
    {
        var asked = rules.Where(rule => rule.IsAbout(outgoing.Class.Name)).ToList();
        if (asked.Count == 0 && outgoing.Class.NeedsRule)
        {
            return GateAnswer.No("no_rule", askAgain: true);
        }

        var message = outgoing.Message;
        var question = new SendQuestion(
            message.Id, message.OccurrenceKey, message.Template, outgoing.Class.Name, message.Channel, message.PersonId, message.AboutPersonId, step);
        foreach (var rule in asked)
        {
            if (await rule.AskAsync(question, cancellationToken) is { MaySend: false } no)
            {
                return GateAnswer.No(no.Reason ?? "rule_said_no");
            }
        }

        return answer;
    }

    private static ReachQuestion Question(Outgoing outgoing) => new(
        outgoing.Message.PersonId,
        outgoing.Message.AboutPersonId,
        outgoing.Message.Channel.ToPeople(),
        outgoing.Template.Purpose,
        outgoing.Request.ContactPointId);

    private static GateAnswer Read(ReachAnswer answer) => answer.May
        ? new GateAnswer([], answer.To, answer.ContactPointId, false, false)
        : new GateAnswer(
            answer.Held.Count == 0 ? ["no_destination"] : [.. answer.Held.Select(ReasonWords.OfHeld).Distinct()],
            null,
            answer.ContactPointId,
            answer.Held.Count > 0 && answer.Held.All(OfThisChannelOnly.Contains),
            false);

    [LoggerMessage(Level = LogLevel.Error, Message = "The gate did not answer; {Count} messages are held")]
    private static partial void Unavailable(ILogger logger, Exception? exception, int count);
}

internal static class PeopleChannels
{
    public static Channel ToPeople(this MessageChannel channel) => channel switch
    {
        MessageChannel.Email => Channel.Email,
        MessageChannel.Sms => Channel.Sms,
        MessageChannel.Letter => Channel.Letter,
        MessageChannel.Phone => Channel.Phone,
        _ => Channel.FaceToFace,
    };

    public static MessageChannel? ToMessaging(this Channel? channel) => channel switch
    {
        null => null,
        Channel.Email => MessageChannel.Email,
        Channel.Sms => MessageChannel.Sms,
        Channel.Letter => MessageChannel.Letter,
        Channel.Phone => MessageChannel.Phone,
        _ => MessageChannel.FaceToFace,
    };
}
