using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Messaging.Features.Staff.SendTest;

/// <summary>One e-mail with nothing in it, through the whole engine, to show that it leaves.</summary>
internal sealed record SendTest(string Mailbox) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Test;
}

internal sealed class SendTestValidator : AbstractValidator<SendTest>
{
    public SendTestValidator() => RuleFor(test => test.Mailbox)
        .Must(mailbox => SendableTo.IsMailbox(mailbox.Trim())).WithMessage("Write an e-mail address, like name@example.org");
}

internal sealed class SendTestHandler(MessagingDbContext context, IMessages messages, AuditTrail audit, TimeProvider clock) : IRequestHandler<SendTest, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SendTest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await messages.RequestAsync(
            new MessageRequest("messaging.test", $"test {Guid.CreateVersion7(now)}", null, request.Mailbox.Trim(), new Dictionary<string, string> { ["sent"] = now.Moment() }),
            cancellationToken);
        audit.Record(context, MessagingAudit.Tested, MessagingAudit.Message, null);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
