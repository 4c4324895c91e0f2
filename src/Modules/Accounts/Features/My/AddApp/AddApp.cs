using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.My.AddApp;

internal sealed record AddApp(string Key, string Code) : ICommand<Done>
{
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

internal sealed class AddAppHandler(
    AccountsDbContext context, FamilyFactors factors, FamilyBinding binding, IContactPoints points, CurrentFamily current, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<AddApp, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddApp request, CancellationToken cancellationToken)
    {
        if (current.Value is not { } session || !await factors.MayAddAppAsync(session, cancellationToken))
        {
            return Outcome.Forbidden;
        }

        var access = await context.FamilyAccess.SingleAsync(a => a.Id == session.AccessId, cancellationToken);
        if (!factors.SetApp(access, request.Key, request.Code, isSure: session.Factors >= 2))
        {
            return Outcome.Invalid(nameof(request.Code), "That code is not right. Wait for the next one and type it");
        }

        audit.Record(context, FamilyAudit.AppSet, FamilyAudit.Person, session.PersonId, personIds: [session.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var point in await points.OfPersonAsync(session.PersonId, cancellationToken))
        {
            await binding.TellAsync(point.Id, "accounts.family-app-added", $"family-app-added {access.Id} {point.Id} {now:O}", cancellationToken);
        }

        return default(Done);
    }
}
