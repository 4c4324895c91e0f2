using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.My.ShowItIsMe;

/// <summary>The code that the app shows.</summary>
internal sealed record ShowAppCode(string Code) : ICommand<Done>
{
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

internal sealed class ShowAppCodeHandler(AccountsDbContext context, FamilyFactors factors, CurrentFamily current, AuditTrail audit)
    : IRequestHandler<ShowAppCode, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ShowAppCode request, CancellationToken cancellationToken)
    {
        if (current.Value is not { } session)
        {
            return Outcome.Forbidden;
        }

        if (!await factors.TryAppAsync(session.AccessId, request.Code, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), FamilyFactors.Refusal);
        }

        audit.Record(context, FamilyAudit.SecondFactor, FamilyAudit.Person, session.PersonId, "app", personIds: [session.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
