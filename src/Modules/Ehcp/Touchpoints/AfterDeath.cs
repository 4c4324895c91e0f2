using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Nobody has died after all: what was stopped is brought back, the days to come are planned anew, and a silence is seen at once.</summary>
internal sealed class AfterDeath(EhcpDbContext context, RecordReader reader, BroughtBack bringer, RecordMoments moments, SilenceGuard guard)
{
    /// <summary>In the transaction that is open. A record whose child has died stays as it is.</summary>
    /// <param name="isOfChild">The child was taken for dead, and so nobody looked at the record.</param>
    public async Task GoOnAsync(Guid recordId, bool isOfChild, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(recordId, cancellationToken);
        if (await reader.ReadAsync(recordId, null, cancellationToken) is { Child: { DiedOn: null } } read)
        {
            await bringer.BringBackAsync(read, cancellationToken);
            await moments.PlanAsync(read, cancellationToken);
            await guard.LookAsync(read, cancellationToken);
            if (isOfChild)
            {
                await moments.GoOnWithSchoolNewsAsync(read, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
