using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ListShares;

/// <summary>An officer has told a recipient to delete what it was given about one entry. The family sees that, and when.</summary>
internal sealed record RecordRecall(Guid ShareId, Guid EntryId) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Share;
}

internal sealed class RecordRecallHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordRecall, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordRecall request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.EntryId, cancellationToken);
        if (await context.SharedEntries.SingleOrDefaultAsync(one => one.ShareId == request.ShareId && one.EntryId == request.EntryId && one.RecalledAt != null, cancellationToken) is not { } shared)
        {
            return Outcome.NotFound;
        }

        if (shared.ToldAt is not null)
        {
            return Outcome.Conflict("Somebody has told them already");
        }

        var share = await context.Shares.AsNoTracking().SingleAsync(one => one.Id == request.ShareId, cancellationToken);
        var entry = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(one => one.Id == request.EntryId, cancellationToken);
        (shared.ToldAt, shared.ToldBy) = (clock.GetUtcNow(), actor.Id);
        audit.Record(context, RegisterAudit.RecallTold, RegisterEntry.Subject, entry.Id, purpose: SharedFields.InTrail(share.Purpose, share.Named), personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
