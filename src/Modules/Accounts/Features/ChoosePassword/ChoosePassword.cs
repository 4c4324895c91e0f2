using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.ChoosePassword;

/// <summary>Spends the link. A password that is refused leaves it as it was.</summary>
internal sealed record ChoosePassword(string Token, string Password, string RepeatedPassword) : ICommand<Account>
{
    /// <summary>The link is what lets somebody do this.</summary>
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ChoosePasswordHandler(
    AccountsDbContext context, OneTimeLinks links, PasswordRules rules, IPasswordHasher<Account> hasher, AuditTrail audit)
    : IRequestHandler<ChoosePassword, Outcome<Account>>
{
    public async Task<Outcome<Account>> Handle(ChoosePassword request, CancellationToken cancellationToken)
    {
        if (await links.SpendAsync(request.Token, cancellationToken) is not { } link
            || !LinkPurposes.IsForPassword(link.Purpose)
            || await context.Users.SingleOrDefaultAsync(a => a.Id == link.SubjectId, cancellationToken) is not { } account
            || account.State is not (AccountState.Invited or AccountState.Active))
        {
            return Outcome.NotFound;
        }

        if (rules.Problem(request.Password, account.UserName!) is { } problem)
        {
            return Outcome.Invalid(nameof(request.Password), problem);
        }

        if (request.Password != request.RepeatedPassword)
        {
            return Outcome.Invalid(nameof(request.RepeatedPassword), "The two passwords are not the same. Type both again");
        }

        account.PasswordHash = hasher.HashPassword(account, request.Password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("n");
        account.State = AccountState.Active;
        account.WrongTries = 0;
        account.LockedUntil = null;
        account.WrongTriesInside = 0;
        account.LockedUntilInside = null;
        await context.PasswordTries.Where(tries => tries.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        audit.Record(context, AccountsAudit.PasswordSet, AccountsAudit.Subject, account.Id, reason: link.Purpose);
        if (link.Purpose == LinkPurposes.StartAgain)
        {
            account.AuthenticatorKey = null;
            context.RecoveryCodes.RemoveRange(await context.RecoveryCodes.Where(code => code.AccountId == account.Id).ToListAsync(cancellationToken));
            context.UserPasskeys.RemoveRange(await context.UserPasskeys.Where(passkey => passkey.UserId == account.Id).ToListAsync(cancellationToken));
            audit.Record(context, AccountsAudit.FactorsReset, AccountsAudit.Subject, account.Id);
        }

        await context.SaveChangesAsync(cancellationToken);
        return account;
    }
}
