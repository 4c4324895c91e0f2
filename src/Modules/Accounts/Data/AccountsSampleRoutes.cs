using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>A live account and a live break-glass and a given role for the pages about one; a link's token is a secret, so a made-up one stands for it.</summary>
internal sealed class AccountsSampleRoutes(AccountsDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> values = new()
        {
            ["link/{token}"] = new Dictionary<string, string> { ["token"] = "made-up" },
            ["link/{token}/password"] = new Dictionary<string, string> { ["token"] = "made-up" },
        };
        if (await context.Users.OrderBy(account => account.CreatedAt).Select(account => (Guid?)account.Id).FirstOrDefaultAsync(cancellationToken) is { } account)
        {
            foreach (var page in new[] { "", "/leave", "/link", "/may", "/roles", "/suspend" })
            {
                values[$"staff/accounts/{{id}}{page}"] = new Dictionary<string, string> { ["id"] = account.ToString() };
            }
        }

        if (await context.BreakGlasses.OrderBy(glass => glass.OpenedAt).Select(glass => (Guid?)glass.Id).FirstOrDefaultAsync(cancellationToken) is { } glass)
        {
            values["staff/break-glass/{id}"] = new Dictionary<string, string> { ["id"] = glass.ToString() };
        }

        if (await context.Grants.OrderBy(grant => grant.GivenAt).Select(grant => (Guid?)grant.Id).FirstOrDefaultAsync(cancellationToken) is { } grant)
        {
            values["staff/given-roles/{id}"] = new Dictionary<string, string> { ["id"] = grant.ToString() };
        }

        return values;
    }
}
