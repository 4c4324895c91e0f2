using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.RemovePacks;

/// <summary>Anybody can write a title and a note, so somebody must be able to take them away.</summary>
internal sealed record RemovePack(string Code) : ICommand<Done>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class RemovePackHandler(SearchDbContext context, AuditTrail audit) : IRequestHandler<RemovePack, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemovePack request, CancellationToken cancellationToken)
    {
        if (await context.Packs.SingleOrDefaultAsync(pack => pack.Code == request.Code, cancellationToken) is not { } pack)
        {
            return Outcome.NotFound;
        }

        context.Packs.Remove(pack);
        audit.Record(context, SearchAudit.PackRemoved, "pack", null);
        await context.SaveChangesAsync(cancellationToken);
        return new Done();
    }
}
