using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Records that an officer looks after, so that no family is left without one. Those that are over move too: a request may follow.</summary>
internal sealed class RecordOwnership(EhcpDbContext context, HandingOver handing) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.Records.CountAsync(record => record.CoordinatorId == accountId, cancellationToken) is > 0 and var count ? [new Owned("EHC records", count)] : [];

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        foreach (var record in await context.Records.Where(record => record.CoordinatorId == fromAccountId).ToListAsync(cancellationToken))
        {
            await handing.MoveAsync(record, toAccountId, reason, cancellationToken);
        }
    }
}
