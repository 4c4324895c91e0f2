using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Messaging.Features.Staff.SendTest;

/// <summary>
/// One e-mail with nothing in it, through the whole engine, to show that it leaves: to whoever asks, at the address they sign in with. An address
/// that somebody may type would be a way to write to anybody in the council's name.
/// </summary>
internal sealed record SendTest : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Test;
}

internal sealed class SendTestHandler(MessagingDbContext context, IMessages messages, IStaffNames staff, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<SendTest, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SendTest request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } account || await staff.MailboxAsync(account, cancellationToken) is not { } mailbox)
        {
            return Outcome.Invalid("", "There is no work address on your account. Ask an administrator");
        }

        var now = clock.GetUtcNow();
        await messages.RequestAsync(
            new MessageRequest("messaging.test", $"test {Guid.CreateVersion7(now)}", null, mailbox, new Dictionary<string, string> { ["sent"] = now.Moment() }), cancellationToken);
        audit.Record(context, MessagingAudit.Tested, MessagingAudit.Message, null);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
