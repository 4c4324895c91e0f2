using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

internal sealed class StaffNames(AccountsDbContext context) : IStaffNames
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var accounts = ids.Distinct(StringComparer.Ordinal).Where(id => Guid.TryParse(id, out _)).ToDictionary(Guid.Parse);
        var wanted = accounts.Keys.ToList();
        var names = await context.Users.AsNoTracking().Where(account => wanted.Contains(account.Id))
            .Select(account => new { account.Id, account.DisplayName }).ToListAsync(cancellationToken);
        return names.ToDictionary(account => accounts[account.Id], account => account.DisplayName, StringComparer.Ordinal);
    }

    public async Task<Guid?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normal = SignInSteps.Normal(email.Trim());
        return await context.Users.AsNoTracking()
            .Where(account => account.NormalizedUserName == normal && account.Kind == AccountKind.Staff && account.State == AccountState.Active)
            .Select(account => (Guid?)account.Id).SingleOrDefaultAsync(cancellationToken);
    }

    public Task<string?> MailboxAsync(Guid accountId, CancellationToken cancellationToken) => context.Users.AsNoTracking()
        .Where(account => account.Id == accountId && account.Kind == AccountKind.Staff && account.State == AccountState.Active)
        .Select(account => account.UserName).SingleOrDefaultAsync(cancellationToken);
}
