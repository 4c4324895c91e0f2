using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewShare;

/// <summary>One share: who got it, and the references of who stands in it.</summary>
internal sealed record ViewShare(Guid Id) : IQuery<ShareView>
{
    public Permission Permission => RegisterPermissions.Share;
}

internal sealed record ShareView(Share Share, IReadOnlyList<SharedLine> Lines)
{
    public override string ToString() => nameof(ShareView);
}

/// <param name="RecalledAt">The yes has ended: the recipient is to be told to delete it.</param>
internal sealed record SharedLine(Guid EntryId, string Reference, DateTimeOffset? RecalledAt, DateTimeOffset? ToldAt);

internal sealed class ViewShareHandler(RegisterDbContext context, RegisterReader reader) : IRequestHandler<ViewShare, Outcome<ShareView>>
{
    public async Task<Outcome<ShareView>> Handle(ViewShare request, CancellationToken cancellationToken) =>
        await context.Shares.AsNoTracking().SingleOrDefaultAsync(share => share.Id == request.Id, cancellationToken) is { } share
            ? new ShareView(
                share,
                await context.SharedEntries.AsNoTracking().Where(shared => shared.ShareId == share.Id)
                    .Join(reader.For(PublicTask.KeepTheRegister), shared => shared.EntryId, entry => entry.Id, (shared, entry) => new { shared, entry.Reference })
                    .OrderBy(one => one.Reference).Select(one => new SharedLine(one.shared.EntryId, one.Reference, one.shared.RecalledAt, one.shared.ToldAt)).ToListAsync(cancellationToken))
            : Outcome.NotFound;
}
