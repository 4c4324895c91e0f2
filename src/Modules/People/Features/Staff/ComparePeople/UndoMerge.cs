using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ComparePeople;

/// <summary>Takes two rows apart again, each as it was; what was written on the kept row since stays there.</summary>
internal sealed record UndoMerge(Guid MergeId, string Reason) : ICommand<Guid>
{
    public Permission Permission => PeoplePermissions.Compare;
}

internal sealed class UndoMergeValidator : AbstractValidator<UndoMerge>
{
    public UndoMergeValidator() => RuleFor(undo => undo.Reason).MustBeAReason();
}

internal sealed class UndoMergeHandler(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock) : IRequestHandler<UndoMerge, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(UndoMerge request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(MergePeopleHandler.Lock, cancellationToken);
        if (await context.Merges.SingleOrDefaultAsync(m => m.Id == request.MergeId, cancellationToken) is not { } merge)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        if (merge.UndoneAt is not null)
        {
            return Outcome.Conflict("Somebody has undone this already");
        }

        if (merge.MergedAt + MergeRecord.Undoable <= now)
        {
            return Outcome.Invalid("", "This was more than 30 days ago and cannot be undone");
        }

        var rows = await context.Persons.Where(person => person.Id == merge.FromId || merge.AlongIds.Contains(person.Id) || person.Id == merge.IntoId).ToListAsync(cancellationToken);
        if (rows.Single(row => row.Id == merge.IntoId).KeptId != merge.IntoId)
        {
            return Outcome.Invalid("", "The record that was kept has been put together with another one since. Undo that first");
        }

        rows.RemoveAll(row => row.Id == merge.IntoId);
        rows.ForEach(row => row.KeptId = merge.FromId);
        merge.UndoneAt = now;
        audit.Record(context, PeopleAudit.MergeUndone, PeopleAudit.Subject, merge.IntoId, request.Reason.Trim(), personIds: [merge.FromId, merge.IntoId]);
        outbox.Publish(context, new MergeUndone(merge.FromId, merge.IntoId));
        await context.SaveChangesAsync(cancellationToken);
        return merge.FromId;
    }
}
