using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewShare;

/// <summary>
/// The file to hand over. Under a yes it holds those only for whom it still is one: a no between making the list and saving it counts.
/// </summary>
/// <param name="IsHidden">As the share says: then the trail does not show it to the family.</param>
internal sealed record SaveShare(Guid Id, bool IsHidden) : IQuery<SavedShare>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Share;

    public AuditEvent Event => IsHidden ? RegisterAudit.SavedInSafety : RegisterAudit.ShareSaved;

    public string SubjectKind => Share.Subject;

    public Guid? SubjectId => Id;

    public string? Purpose => null;
}

internal sealed record SavedShare(byte[] Content, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public override string ToString() => nameof(SavedShare);
}

internal sealed class SaveShareHandler(RegisterDbContext context, RegisterReader reader, SharedList list) : IRequestHandler<SaveShare, Outcome<SavedShare>>
{
    public async Task<Outcome<SavedShare>> Handle(SaveShare request, CancellationToken cancellationToken)
    {
        if (await context.Shares.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.Id && one.IsHidden == request.IsHidden, cancellationToken) is not { } share)
        {
            return Outcome.NotFound;
        }

        if (share.State != ShareState.Given)
        {
            return Outcome.Conflict("A second person has to agree first. Nothing leaves before");
        }

        var shared = await context.SharedEntries.AsNoTracking().Where(one => one.ShareId == share.Id && one.RecalledAt == null).Select(one => one.EntryId).ToListAsync(cancellationToken);
        if (ConsentPurpose.Of(share.Purpose) is { } purpose)
        {
            var entries = (await list.EntriesAsync(purpose, share.Named, cancellationToken)).Where(listed => shared.Contains(listed.Entry.Id)).ToList();
            return entries.Count == 0
                ? Outcome.Conflict("Nobody on this list is a yes any more. There is nothing to hand over")
                : new SavedShare(await list.WriteAsync(purpose, entries, cancellationToken), [.. entries.SelectMany(listed => listed.PersonIds).Distinct()]);
        }

        var one = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(entry => shared.Contains(entry.Id), cancellationToken);
        return new SavedShare(await list.WriteWholeAsync(one, cancellationToken), [one.ChildId]);
    }
}
