using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ListTemplates;

internal sealed record ListTemplates : IQuery<IReadOnlyList<TemplateRow>>
{
    public Permission Permission => MessagingPermissions.WriteTemplates;
}

internal sealed record TemplateRow(Guid Id, string Name, string Title, string MessageClass, IReadOnlyList<MessageChannel> Channels, int Drafts);

internal sealed class ListTemplatesHandler(MessagingDbContext context) : IRequestHandler<ListTemplates, Outcome<IReadOnlyList<TemplateRow>>>
{
    public async Task<Outcome<IReadOnlyList<TemplateRow>>> Handle(ListTemplates request, CancellationToken cancellationToken)
    {
        var versions = (await context.Versions.AsNoTracking().Where(v => v.State != VersionState.Retired)
            .Select(v => new { v.TemplateId, v.Channel, v.State }).ToListAsync(cancellationToken)).ToLookup(v => v.TemplateId);
        var templates = await context.Templates.AsNoTracking().OrderBy(t => t.Title).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<TemplateRow>>(
        [
            .. templates.Select(t => new TemplateRow(
                t.Id, t.Name, t.Title, t.MessageClass,
                [.. versions[t.Id].Where(v => v.State == VersionState.Approved).Select(v => v.Channel).Distinct().Order()],
                versions[t.Id].Count(v => v.State == VersionState.Draft))),
        ]);
    }
}
