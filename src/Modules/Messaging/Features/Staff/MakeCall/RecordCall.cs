using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeCall;

/// <summary>How a call or a meeting went. It counts as made only when the right person was spoken to; after two without an answer another way is tried.</summary>
internal sealed record RecordCall(Guid Id, string Outcome, bool RightPerson) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Call;
}

internal sealed class RecordCallHandler(MessagingDbContext context, Consequences consequences, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<RecordCall, Outcome<Done>>
{
    private const int Tries = 2;

    public async Task<Outcome<Done>> Handle(RecordCall request, CancellationToken cancellationToken)
    {
        if (await context.Messages.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is not { } message)
        {
            return Platform.Outcomes.Outcome.NotFound;
        }

        if (message.State != MessageState.ToDo)
        {
            return Platform.Outcomes.Outcome.Conflict("Somebody wrote down how it went a moment ago. Look at it again");
        }

        if (Sending.ReasonWords.Read<CallOutcome>(request.Outcome) is not { } outcome)
        {
            return Platform.Outcomes.Outcome.Invalid(nameof(request.Outcome), "Choose how it went");
        }

        if (request.RightPerson && outcome != CallOutcome.Spoke)
        {
            return Platform.Outcomes.Outcome.Invalid(nameof(request.RightPerson), "The right person was spoken to only if somebody answered");
        }

        var now = clock.GetUtcNow();
        var before = await context.Calls.CountAsync(c => c.MessageId == message.Id, cancellationToken);
        context.Calls.Add(new Call { Id = Guid.CreateVersion7(now), MessageId = message.Id, Outcome = outcome, RightPerson = request.RightPerson, At = now, By = actor.AccountId });
        var (to, reason) = (outcome, request.RightPerson) switch
        {
            (CallOutcome.Spoke, true) => (MessageState.Made, (string?)null),
            (CallOutcome.WrongNumber, _) => (MessageState.NotMade, "wrong_number"),
            _ when before + 1 >= Tries => (MessageState.NotMade, "no_answer_twice"),
            _ => (MessageState.ToDo, null),
        };
        if (to != MessageState.ToDo)
        {
            (message.State, message.Reason, message.SettledAt) = (to, reason, now);
            var asked = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == message.RequestId, cancellationToken);
            var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == message.Template, cancellationToken);
            await consequences.OfAsync(context, message, asked, template, to, reason, null, cancellationToken);
        }

        audit.Record(
            context, MessagingAudit.CallMade, MessagingAudit.Message, message.Id, changes: [new AuditChange("outcome", null, ReasonWords.Snake(outcome))],
            personIds: message.PersonId is { } person ? [person] : []);
        await context.SaveChangesAsync(cancellationToken);
        await Platform.Notices.Notices.NotifyAsync(context, DispatchWake.Tag, cancellationToken);
        return default(Done);
    }
}

internal static class CallWords
{
    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Spoke => "Spoke to somebody",
        CallOutcome.NoAnswer => "No answer",
        CallOutcome.WrongNumber => "Wrong number, or somebody else’s",
        _ => "An interpreter is needed",
    };
}
