using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewMessage;

internal sealed record ViewMessage(Guid Id) : IQuery<MessageView>
{
    public Permission Permission => MessagingPermissions.ReadLedger;
}

/// <param name="Title">Of the template.</param>
/// <param name="Others">The same message by other channels.</param>
internal sealed record MessageView(
    Message Message, string Title, IReadOnlyList<Attempt> Attempts, IReadOnlyList<Receipt> Receipts, IReadOnlyList<Call> Calls, IReadOnlyList<Message> Others)
{
    public bool MayTryAgain => Message.State is Domain.MessageState.Held or Domain.MessageState.Stuck;

    public bool MayCancel => Message.State is Domain.MessageState.Held or Domain.MessageState.Stuck or Domain.MessageState.Waiting or Domain.MessageState.ToPrint or Domain.MessageState.ToDo;
}

internal sealed class ViewMessageHandler(MessagingDbContext context) : IRequestHandler<ViewMessage, Outcome<MessageView>>
{
    public async Task<Outcome<MessageView>> Handle(ViewMessage request, CancellationToken cancellationToken)
    {
        if (await context.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is not { } message)
        {
            return Outcome.NotFound;
        }

        return new MessageView(
            message,
            await context.Templates.Where(t => t.Name == message.Template).Select(t => t.Title).SingleAsync(cancellationToken),
            await context.Attempts.AsNoTracking().Where(a => a.MessageId == message.Id).OrderBy(a => a.At).ToListAsync(cancellationToken),
            await context.Receipts.AsNoTracking().Where(r => r.MessageId == message.Id).OrderBy(r => r.At).ToListAsync(cancellationToken),
            await context.Calls.AsNoTracking().Where(c => c.MessageId == message.Id).OrderBy(c => c.At).ToListAsync(cancellationToken),
            await context.Messages.AsNoTracking().Where(m => m.RequestId == message.RequestId && m.Id != message.Id).OrderBy(m => m.Hop).ToListAsync(cancellationToken));
    }
}
