using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess;

internal sealed class FamilySampleRoutes(AccountsDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (await context.JoinRequests.OrderBy(join => join.CreatedAt).FirstOrDefaultAsync(join => join.State != JoinState.Started, cancellationToken) is { } join)
        {
            values["staff/join-requests/{id:guid}"] = new Dictionary<string, string> { ["id"] = join.Id.ToString() };
        }

        return values;
    }
}
