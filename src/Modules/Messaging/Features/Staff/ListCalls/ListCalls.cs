using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ListCalls;

/// <summary>Calls and meetings that somebody has to make; no names until one is opened.</summary>
internal sealed record ListCalls(ListQuery Query) : IQuery<Listed<CallRow>>
{
    public Permission Permission => MessagingPermissions.Call;
}

internal sealed record CallRow(Guid Id, string Title, MessageChannel Channel, DateTimeOffset CreatedAt, int Tries);

internal sealed class ListCallsHandler(MessagingDbContext context) : IRequestHandler<ListCalls, Outcome<Listed<CallRow>>>
{
    public async Task<Outcome<Listed<CallRow>>> Handle(ListCalls request, CancellationToken cancellationToken) =>
        await context.Messages.AsNoTracking().Where(m => m.State == MessageState.ToDo).OrderBy(m => m.Priority).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new CallRow(m.Id, context.Templates.Where(t => t.Name == m.Template).Select(t => t.Title).FirstOrDefault()!, m.Channel, m.CreatedAt, context.Calls.Count(c => c.MessageId == m.Id)))
            .ToPageAsync(request.Query, cancellationToken);
}
