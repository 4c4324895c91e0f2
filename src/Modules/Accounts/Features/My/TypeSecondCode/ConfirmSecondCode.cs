using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.My.TypeSecondCode;

internal sealed record ConfirmSecondCode(string? BrowserKey, string Code) : ICommand<Done>
{
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

internal sealed class ConfirmSecondCodeHandler(AccountsDbContext context, FamilyCodes codes, CurrentFamily current, AuditTrail audit)
    : IRequestHandler<ConfirmSecondCode, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmSecondCode request, CancellationToken cancellationToken)
    {
        var code = await codes.TryAsync(request.BrowserKey, [FamilyCodeUse.SecondFactor], request.Code, cancellationToken);
        if (code is null || current.Value is not { } session || code.AccessId != session.AccessId)
        {
            return Outcome.Invalid(nameof(request.Code), FamilyCodes.Refusal);
        }

        audit.Record(context, FamilyAudit.SecondFactor, FamilyAudit.Person, session.PersonId, "code", personIds: [session.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
