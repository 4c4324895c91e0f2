using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.PutFirst;

internal sealed record RemoveBet(Guid Id) : ICommand<Done>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class RemoveBetHandler(SearchDbContext context, AuditTrail audit) : IRequestHandler<RemoveBet, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveBet request, CancellationToken cancellationToken)
    {
        if (await context.BestBets.SingleOrDefaultAsync(bet => bet.Id == request.Id, cancellationToken) is not { } bet)
        {
            return Outcome.NotFound;
        }

        context.BestBets.Remove(bet);
        audit.Record(context, SearchAudit.BestBetRemoved, "best_bet", bet.Id, changes: [new AuditChange("first", bet.Words, null)]);
        await context.SaveChangesAsync(cancellationToken);
        return new Done();
    }
}
