using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ListShares;

/// <summary>Who was given what, the newest first, and which recipients are still to be told to delete something.</summary>
internal sealed record ListShares : IQuery<SharesView>
{
    public const int Shown = 200;

    public Permission Permission => RegisterPermissions.Share;
}

internal sealed record SharesView(IReadOnlyList<Share> Shares, IReadOnlyList<RecallLine> Recalls)
{
    public override string ToString() => nameof(SharesView);
}

internal sealed record RecallLine(Guid ShareId, Guid EntryId, string Reference, string Recipient, DateTimeOffset GivenAt, DateTimeOffset RecalledAt);

internal sealed class ListSharesHandler(RegisterDbContext context, RegisterReader reader) : IRequestHandler<ListShares, Outcome<SharesView>>
{
    public async Task<Outcome<SharesView>> Handle(ListShares request, CancellationToken cancellationToken) => new SharesView(
        await context.Shares.AsNoTracking().OrderByDescending(share => share.MadeAt).Take(ListShares.Shown).ToListAsync(cancellationToken),
        await context.SharedEntries.AsNoTracking().Where(shared => shared.RecalledAt != null && shared.ToldAt == null)
            .Join(context.Shares, shared => shared.ShareId, share => share.Id, (shared, share) => new { shared, share.Recipient, share.MadeAt })
            .Join(reader.For(PublicTask.KeepTheRegister), one => one.shared.EntryId, entry => entry.Id, (one, entry) => new { one.shared, one.Recipient, one.MadeAt, entry.Reference })
            .OrderBy(one => one.shared.RecalledAt).Take(ListShares.Shown)
            .Select(one => new RecallLine(one.shared.ShareId, one.shared.EntryId, one.Reference, Share.NameOf(one.Recipient), one.MadeAt, one.shared.RecalledAt!.Value)).ToListAsync(cancellationToken));
}
