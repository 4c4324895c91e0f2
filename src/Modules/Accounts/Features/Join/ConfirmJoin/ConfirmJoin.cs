using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Join.ConfirmJoin;

internal sealed record ConfirmJoin(string? BrowserKey, string Code) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ConfirmJoinHandler(AccountsDbContext context, FamilyCodes codes, AuditTrail audit) : IRequestHandler<ConfirmJoin, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmJoin request, CancellationToken cancellationToken)
    {
        var code = await codes.TryAsync(request.BrowserKey, [FamilyCodeUse.Joining], request.Code, cancellationToken);
        if (code is null || await context.JoinRequests.SingleOrDefaultAsync(j => j.Id == code.JoinId && j.State == JoinState.Started, cancellationToken) is not { } join)
        {
            return Outcome.Invalid(nameof(request.Code), FamilyCodes.Refusal);
        }

        // Asked before and not decided yet: the earlier one stands, and this one is forgotten.
        if (!await context.JoinRequests.AnyAsync(j => j.ContactPointId == join.ContactPointId && j.State == JoinState.Waiting, cancellationToken))
        {
            join.State = JoinState.Waiting;
            audit.Record(context, FamilyAudit.AskedToJoin, FamilyAudit.Join, join.Id);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
