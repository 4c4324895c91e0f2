using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <param name="RecalledAt">The yes has ended: they are told to delete it.</param>
/// <param name="ToldAt">When they were told.</param>
internal sealed record GivenTo(string Recipient, LegalGround? Ground, DateTimeOffset At, DateTimeOffset? RecalledAt, DateTimeOffset? ToldAt);

/// <summary>To whom an entry was given, as its family may know it.</summary>
internal sealed class SharesOfEntries(RegisterDbContext context)
{
    /// <summary>What would put somebody at risk is left out.</summary>
    public async Task<IReadOnlyList<GivenTo>> ShownAsync(Guid entryId, CancellationToken cancellationToken) =>
        await context.SharedEntries.AsNoTracking().Where(shared => shared.EntryId == entryId)
            .Join(context.Shares.Where(share => share.State == ShareState.Given && !share.IsHidden), shared => shared.ShareId, share => share.Id, (shared, share) => new { shared, share })
            .OrderBy(one => one.share.MadeAt)
            .Select(one => new GivenTo(Share.NameOf(one.share.Recipient), one.share.Ground, one.share.DecidedAt ?? one.share.MadeAt, one.shared.RecalledAt, one.shared.ToldAt)).ToListAsync(cancellationToken);

    /// <summary>Reasons that say why an entry was shared go with what the entry says; that it was, and to whom, stays as evidence. The caller saves.</summary>
    public async Task ForgetReasonsAsync(Guid entryId, CancellationToken cancellationToken)
    {
        var ids = context.SharedEntries.Where(shared => shared.EntryId == entryId).Select(shared => shared.ShareId);
        foreach (var share in await context.Shares.Where(share => share.Ground != null && ids.Contains(share.Id)).ToListAsync(cancellationToken))
        {
            share.Reason = "";
        }
    }
}
