using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.My.TypeCode;

/// <param name="BrowserKey">From the cookie of the browser that asked for the code.</param>
/// <param name="Code">As it was typed.</param>
internal sealed record SignInWithCode(string? BrowserKey, string Code) : ICommand<Guid>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>Answers with the id of the access that the session is for.</summary>
internal sealed class SignInWithCodeHandler(
    AccountsDbContext context, FamilyCodes codes, FamilyBinding binding, OneTimeLinks links, Actor actor, AuditTrail audit) : IRequestHandler<SignInWithCode, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SignInWithCode request, CancellationToken cancellationToken)
    {
        var code = await codes.TryAsync(request.BrowserKey, [FamilyCodeUse.Binding, FamilyCodeUse.SigningIn], request.Code, cancellationToken);
        var state = code?.Use == FamilyCodeUse.Binding ? FamilyAccessState.Invited : FamilyAccessState.Active;
        if (code is null || await context.FamilyAccess.SingleOrDefaultAsync(a => a.Id == code.AccessId && a.State == state, cancellationToken) is not { } access)
        {
            return Outcome.Invalid(nameof(request.Code), FamilyCodes.Refusal);
        }

        actor.SignIn(ActorKind.Family, access.PersonId.ToString("D"), [new Grant(access.Role, Scope.Of(ScopeKind.Person, access.PersonId))], factors: 1);
        if (code.Use == FamilyCodeUse.Binding)
        {
            await links.CancelAsync(LinkPurposes.FamilyInvitation, access.Id, cancellationToken);
            await binding.BindAsync(access, cancellationToken);
            audit.Record(context, FamilyAudit.Bound, FamilyAudit.Person, access.PersonId, personIds: [access.PersonId]);
        }

        audit.Record(context, FamilyAudit.SignedIn, FamilyAudit.Person, access.PersonId, personIds: [access.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        return access.Id;
    }
}
