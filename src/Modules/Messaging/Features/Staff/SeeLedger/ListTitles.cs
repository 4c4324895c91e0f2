using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.SeeLedger;

/// <summary>Every message that the site can send, by the title that staff know it by, to narrow the ledger.</summary>
internal sealed record ListTitles : IQuery<IReadOnlyList<Choice>>
{
    public Permission Permission => MessagingPermissions.ReadLedger;
}

internal sealed class ListTitlesHandler(MessagingDbContext context) : IRequestHandler<ListTitles, Outcome<IReadOnlyList<Choice>>>
{
    public async Task<Outcome<IReadOnlyList<Choice>>> Handle(ListTitles request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<Choice>>(await context.Templates.AsNoTracking().OrderBy(t => t.Title).Select(t => new Choice(t.Name, t.Title, null)).ToListAsync(cancellationToken));
}
