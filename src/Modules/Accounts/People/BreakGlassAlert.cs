using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>
/// Tells everybody who may check it, at once and by e-mail, that a record was opened by break-glass: My work is read by who looks at it. Never who
/// it was, nor whose record: the page says that behind a sign-in.
/// </summary>
internal sealed class BreakGlassAlert(AccountsDbContext context, PersonChanges changes, IMessages messages)
{
    public const string Template = "accounts.break-glass-opened";

    /// <summary>In the caller's transaction: no record opens of which nobody is told.</summary>
    public async Task SendAsync(BreakGlass glass, CancellationToken cancellationToken)
    {
        var roles = AccountsPermissions.ReviewBreakGlass.DefaultRoles;
        var checkers = changes.LiveGrants().Where(grant => roles.Contains(grant.Role) && grant.ScopeKind == ScopeKind.Everything && !grant.Waits);
        var mailboxes = await context.Users.AsNoTracking()
            .Where(account => account.State == AccountState.Active && account.Id != glass.AccountId && checkers.Any(grant => grant.AccountId == account.Id))
            .OrderBy(account => account.Id).Select(account => new { account.Id, account.UserName }).ToListAsync(cancellationToken);
        foreach (var mailbox in mailboxes)
        {
            await messages.RequestAsync(
                new MessageRequest(
                    Template, $"{Template} {glass.Id:n} {mailbox.Id:n}", null, mailbox.UserName,
                    new Dictionary<string, string> { ["path"] = $"/staff/break-glass/{glass.Id:D}" }),
                cancellationToken);
        }
    }
}
