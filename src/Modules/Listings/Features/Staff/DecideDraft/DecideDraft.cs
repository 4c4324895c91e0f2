using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.DecideDraft;

/// <summary>Asks a second person to look at the draft, or throws it away.</summary>
/// <param name="Drop">Throws it away.</param>
internal sealed record HandIn(RecordKind Kind, Guid Id, string Stamp, bool Drop) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.EditRecords;
}

internal sealed class HandInHandler(ListingsDbContext context, RecordDrafts drafts, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<HandIn, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(HandIn request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { Open: { } open } record)
        {
            return Outcome.NotFound;
        }

        if (record.Stamp != request.Stamp)
        {
            return Outcome.Conflict("Somebody else changed this draft a moment ago. Look at it again");
        }

        if (request.Drop)
        {
            open.State = RevisionState.Dropped;
            open.DecidedAt = clock.GetUtcNow();
            open.DecidedBy = actor.AccountId;
        }
        else
        {
            open.State = RevisionState.Submitted;
        }

        audit.Record(context, request.Drop ? ListingsAudit.DraftDropped : ListingsAudit.DraftHandedIn, RecordThings.Word(request.Kind), request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Makes a draft the live record, or sends it back: never by the person who wrote it.</summary>
/// <param name="Approve">False: sends it back, with a note.</param>
internal sealed record DecideDraft(RecordKind Kind, Guid Id, string Stamp, bool Approve, string Note) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed class DecideDraftValidator : AbstractValidator<DecideDraft>
{
    public DecideDraftValidator() => RuleFor(decide => decide.Note).NotEmpty().When(decide => !decide.Approve).WithMessage("Write what has to change")
        .MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} letters or fewer");
}

internal sealed class DecideDraftHandler(
    ListingsDbContext context, RecordDrafts drafts, LiveRecords records, RecordRules rules, RecordWriter writer, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<DecideDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideDraft request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { Open: { } open } record)
        {
            return Outcome.NotFound;
        }

        if (record.Stamp != request.Stamp || open.State != RevisionState.Submitted)
        {
            return Outcome.Conflict("Somebody else changed this draft a moment ago. Look at it again");
        }

        if (open.WrittenBy == actor.AccountId || await WrotePartAsync(request.Id, cancellationToken))
        {
            return Outcome.Invalid("", "You wrote this, or a part of it. A second person has to decide");
        }

        var note = request.Note.Trim() is { Length: > 0 } typed ? typed : null;
        open.DecidedBy = actor.AccountId;
        if (!request.Approve)
        {
            open.State = RevisionState.Draft;
            open.Note = note;
            audit.Record(context, ListingsAudit.DraftReturned, RecordThings.Word(request.Kind), request.Id, note);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        var document = RecordDocument.Read(request.Kind, open.Document);
        var names = await records.NamesAsync(cancellationToken, document, record.Live?.Document);
        var basis = open.Base is null ? null : RecordDocument.Read(request.Kind, open.Base);
        if (record.Live is { } live && !live.Document.Says(basis))
        {
            var moved = string.Join(", ", RecordLines.Between(basis, live.Document, names).Select(change => change.Label));
            return Outcome.Conflict($"The live record has changed since this was written: {moved}. Open the draft, look at it and save it again");
        }

        if (await rules.ProblemsAsync(request.Id, document, cancellationToken) is { Count: > 0 } problems)
        {
            return Outcome.Conflict($"This cannot go live any more: {problems[0].Message}. Send it back");
        }

        open.State = RevisionState.Live;
        open.DecidedAt = clock.GetUtcNow();
        open.Note = note;
        audit.Record(context, ListingsAudit.DraftApproved, RecordThings.Word(request.Kind), request.Id, note, [
            .. RecordLines.Between(record.Live?.Document, document, names).Select(line => new AuditChange(line.Label, line.Before, line.After))]);
        await writer.WriteAsync(request.Id, document, cancellationToken);
        return default(Done);
    }

    /// <summary>Drafts that another person's took over, since the record was last made live.</summary>
    private Task<bool> WrotePartAsync(Guid recordId, CancellationToken cancellationToken)
    {
        var me = actor.AccountId;
        var revisions = context.Revisions.Where(revision => revision.RecordId == recordId);
        return revisions.AnyAsync(
            revision => revision.State == RevisionState.Dropped && revision.DecidedBy == null && revision.WrittenBy == me
                && !revisions.Any(later => later.State == RevisionState.Live && later.DecidedBy != null && later.Number > revision.Number),
            cancellationToken);
    }
}
