using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.SetUpApp;

/// <summary>The page has looked at the session: the account is its own.</summary>
/// <param name="Code">Shows that the new app has the key.</param>
/// <param name="Current">What <see cref="FreshProof"/> asks for; null for a sign-in that this very step completes.</param>
internal sealed record SetUpApp(Guid AccountId, string Key, string Code, string? Current) : ICommand<AppIsSetUp>
{
    /// <summary>Nobody is signed in yet who has no second factor.</summary>
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record AppIsSetUp(Account Account, IReadOnlyList<string> RecoveryCodes);

internal sealed class SetUpAppHandler(AccountsDbContext context, SecondFactors factors, FreshProof proof, AuditTrail audit)
    : IRequestHandler<SetUpApp, Outcome<AppIsSetUp>>
{
    private const string WrongCode = "That code is not right. Wait for the next one and type it";

    public async Task<Outcome<AppIsSetUp>> Handle(SetUpApp request, CancellationToken cancellationToken)
    {
        if (!factors.Shows(request.Key, request.Code))
        {
            return Outcome.Invalid(nameof(request.Code), WrongCode);
        }

        if (request.Current is not null && !await proof.IsRightAsync(request.AccountId, request.Current, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Current), FreshProof.Refusal);
        }

        var account = await context.Users.SingleAsync(a => a.Id == request.AccountId, cancellationToken);
        if (!factors.SetKey(account, request.Key, request.Code))
        {
            return Outcome.Invalid(nameof(request.Code), WrongCode);
        }

        // Whoever else is signed in as this account has shown less: they are out.
        account.SecurityStamp = Guid.CreateVersion7().ToString("n");
        var codes = await factors.NewRecoveryCodesAsync(account.Id, cancellationToken);
        audit.Record(context, AccountsAudit.AppSet, AccountsAudit.Subject, account.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new AppIsSetUp(account, codes);
    }
}
