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

/// <summary>Ends every session of the account; the page opens a new one.</summary>
internal sealed record ChangePassword(string CurrentPassword, string Password) : ICommand<Account>
{
    public Permission Permission => AccountsPermissions.OwnAccount;
}

internal sealed class ChangePasswordHandler(
    AccountsDbContext context, Actor actor, FreshProof proof, PasswordRules rules, IPasswordHasher<Account> hasher, AuditTrail audit)
    : IRequestHandler<ChangePassword, Outcome<Account>>
{
    public async Task<Outcome<Account>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var id = actor.AccountId!.Value;
        if (!await proof.IsPasswordAsync(id, request.CurrentPassword, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.CurrentPassword), "That is not your password, or there were too many wrong tries. After 5 wrong tries you must wait 15 minutes");
        }

        var account = await context.Users.SingleAsync(a => a.Id == id, cancellationToken);
        if (rules.Problem(request.Password, account.UserName!) is { } problem)
        {
            return Outcome.Invalid(nameof(request.Password), problem);
        }

        account.PasswordHash = hasher.HashPassword(account, request.Password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("n");
        audit.Record(context, AccountsAudit.PasswordSet, AccountsAudit.Subject, id, reason: "own account");
        await context.SaveChangesAsync(cancellationToken);
        return account;
    }
}
