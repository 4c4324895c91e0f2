using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ListFormats;

/// <summary>Messages that cannot leave before somebody has made them in the format that their reader needs; no names.</summary>
internal sealed record ListFormats(ListQuery Query) : IQuery<Listed<FormatRow>>
{
    public Permission Permission => MessagingPermissions.MakeFormats;
}

internal sealed record FormatRow(Guid Id, string Title, MessageChannel Channel, string? Reason, DateTimeOffset CreatedAt);

internal sealed class ListFormatsHandler(MessagingDbContext context) : IRequestHandler<ListFormats, Outcome<Listed<FormatRow>>>
{
    public async Task<Outcome<Listed<FormatRow>>> Handle(ListFormats request, CancellationToken cancellationToken) =>
        await context.Messages.AsNoTracking().Where(m => m.State == MessageState.ToMake).OrderBy(m => m.Priority).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new FormatRow(m.Id, context.Templates.Where(t => t.Name == m.Template).Select(t => t.Title).FirstOrDefault()!, m.Channel, m.Reason, m.CreatedAt))
            .ToPageAsync(request.Query, cancellationToken);
}
