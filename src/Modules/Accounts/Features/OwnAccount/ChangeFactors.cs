using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.OwnAccount;

/// <param name="Passkey">The browser's answer, checked.</param>
/// <param name="Code">What <see cref="FreshProof"/> asks for, as in the others here.</param>
internal sealed record AddPasskey(UserPasskeyInfo Passkey, string Code) : ICommand<Account>
{
    public Permission Permission => AccountsPermissions.OwnAccount;
}

internal sealed record RemovePasskey(string Id, string Code) : ICommand<Done>
{
    public Permission Permission => AccountsPermissions.OwnAccount;
}

internal sealed record MakeRecoveryCodes(string Code) : ICommand<IReadOnlyList<string>>
{
    public Permission Permission => AccountsPermissions.OwnAccount;
}

internal sealed class AddPasskeyHandler(AccountsDbContext context, Passkeys passkeys, FreshProof proof, Actor actor, AuditTrail audit)
    : IRequestHandler<AddPasskey, Outcome<Account>>
{
    public async Task<Outcome<Account>> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        if (!await proof.IsRightAsync(actor.AccountId!.Value, request.Code, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), FreshProof.Refusal);
        }

        var account = await context.Users.SingleAsync(a => a.Id == actor.AccountId, cancellationToken);
        audit.Record(context, AccountsAudit.PasskeyAdded, AccountsAudit.Subject, account.Id);
        await passkeys.AddAsync(account, request.Passkey);
        return account;
    }
}

internal sealed class RemovePasskeyHandler(AccountsDbContext context, Passkeys passkeys, FreshProof proof, Actor actor, AuditTrail audit)
    : IRequestHandler<RemovePasskey, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemovePasskey request, CancellationToken cancellationToken)
    {
        var id = actor.AccountId!.Value;
        if (!await proof.IsRightAsync(id, request.Code, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), FreshProof.Refusal);
        }

        var held = await passkeys.OfAsync(id, cancellationToken);
        if (held.Find(passkey => Convert.ToHexString(passkey.CredentialId) == request.Id) is not { } gone)
        {
            return Outcome.NotFound;
        }

        if (held.Count == 1 && !await context.Users.AnyAsync(a => a.Id == id && a.AuthenticatorKey != null, cancellationToken))
        {
            return Outcome.Invalid("", "This passkey is your only second factor. Set up an authenticator app or another passkey first");
        }

        context.UserPasskeys.Remove(gone);
        audit.Record(context, AccountsAudit.PasskeyRemoved, AccountsAudit.Subject, id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

internal sealed class MakeRecoveryCodesHandler(AccountsDbContext context, SecondFactors factors, FreshProof proof, Actor actor, AuditTrail audit)
    : IRequestHandler<MakeRecoveryCodes, Outcome<IReadOnlyList<string>>>
{
    public async Task<Outcome<IReadOnlyList<string>>> Handle(MakeRecoveryCodes request, CancellationToken cancellationToken)
    {
        var id = actor.AccountId!.Value;
        if (!await proof.IsRightAsync(id, request.Code, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Code), FreshProof.Refusal);
        }

        var codes = await factors.NewRecoveryCodesAsync(id, cancellationToken);
        audit.Record(context, AccountsAudit.RecoveryCodesMade, AccountsAudit.Subject, id);
        await context.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(codes);
    }
}
