using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewMessage;

/// <summary>Asks again for a message that is held or stuck, or decides that it does not leave. Trying again passes the gate like everything else.</summary>
internal sealed record DecideMessage(Guid Id, bool TryAgain, string Reason) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Decide;
}

internal sealed class DecideMessageValidator : AbstractValidator<DecideMessage>
{
    public DecideMessageValidator() => RuleFor(decide => decide.Reason)
        .NotEmpty().WithMessage("Write why")
        .MaximumLength(Stop.LongestReason).WithMessage($"Write {Stop.LongestReason} letters or fewer")
        .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
}

internal sealed class DecideMessageHandler(MessagingDbContext context, Consequences consequences, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<DecideMessage, Outcome<Done>>
{
    private static readonly MessageState[] Again = [MessageState.Held, MessageState.Stuck];

    public async Task<Outcome<Done>> Handle(DecideMessage request, CancellationToken cancellationToken)
    {
        if (await context.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is not { } message)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var from = request.TryAgain ? Again : MessageStates.NotLeft;
        var to = request.TryAgain ? MessageState.Waiting : MessageState.Cancelled;
        var settled = request.TryAgain ? (DateTimeOffset?)null : now;
        if (await context.Messages.Where(m => m.Id == request.Id && from.Contains(m.State) && (m.LeaseUntil == null || m.LeaseUntil < now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, to)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.Tries, 0)
                .SetProperty(m => m.Faults, 0)
                .SetProperty(m => m.Claim, (Guid?)null)
                .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(m => m.SettledAt, settled),
            cancellationToken) != 1)
        {
            return Outcome.Conflict("It has moved on a moment ago. Look at it again");
        }

        audit.Record(
            context, MessagingAudit.Decided, MessagingAudit.Message, request.Id, request.Reason.Trim(),
            [new AuditChange("state", ReasonWords.Snake(message.State), ReasonWords.Snake(to))], personIds: message.PersonId is { } person ? [person] : []);
        if (!request.TryAgain)
        {
            var asked = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == message.RequestId, cancellationToken);
            var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == message.Template, cancellationToken);
            await consequences.OfAsync(context, message, asked, template, to, null, null, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, DispatchWake.Tag, cancellationToken);
        return default(Done);
    }
}
