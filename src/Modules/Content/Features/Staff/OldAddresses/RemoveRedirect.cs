using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.OldAddresses;

/// <summary>Takes away an address that staff made lead somewhere. Those that a move wrote stay: families may know them.</summary>
internal sealed record RemoveRedirect(string From) : ICommand<Done>
{
    public Permission Permission => ContentPermissions.Addresses;
}

internal sealed class RemoveRedirectHandler(ContentDbContext context, AuditTrail audit, PublishedPages pages) : IRequestHandler<RemoveRedirect, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveRedirect request, CancellationToken cancellationToken)
    {
        if (await context.Redirects.SingleOrDefaultAsync(redirect => redirect.FromPath == request.From && redirect.ToPath != null, cancellationToken) is not { } redirect)
        {
            return Outcome.NotFound;
        }

        context.Redirects.Remove(redirect);
        audit.Record(context, ContentAudit.RedirectsChanged, "redirect", null, changes: [new AuditChange(redirect.FromPath, redirect.ToPath, null)]);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
