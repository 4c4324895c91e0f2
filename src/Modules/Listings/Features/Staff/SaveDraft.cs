using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>Keeps what somebody wrote as the record's draft; families see nothing of it yet.</summary>
/// <param name="Id">Null for a new record.</param>
/// <param name="Stamp">Of the version that the form was made from.</param>
internal sealed record SaveDraft(Guid? Id, RecordDocument Document, string Stamp) : ICommand<Guid>
{
    public const string Overtaken = "Somebody else saved this record while you wrote. Below is what they have now. Nothing of yours is lost: look at both, and save again";

    public Permission Permission => ListingsPermissions.EditRecords;
}

internal sealed class SaveDraftHandler(
    ListingsDbContext context, RecordDrafts drafts, LiveRecords records, RecordRules rules, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<SaveDraft, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = request.Id ?? Guid.CreateVersion7(now);
        var record = request.Id is null ? null : await drafts.FindAsync(request.Document.Kind, id, cancellationToken);
        if (request.Id is not null && record is null)
        {
            return Outcome.NotFound;
        }

        if (record?.Live is { State: not RecordState.Live })
        {
            return Outcome.Conflict($"This {RecordThings.Word(request.Document.Kind)} is archived. Bring it back before you change it");
        }

        if (await rules.ProblemsAsync(id, request.Document, cancellationToken) is { Count: > 0 } problems)
        {
            return Outcome<Guid>.Reject(problems);
        }

        if (record is not null && record.Stamp != request.Stamp)
        {
            return Outcome.Conflict(SaveDraft.Overtaken);
        }

        if (record?.Open is { } theirs && theirs.WrittenBy != actor.AccountId)
        {
            // What each person wrote stays: whoever wrote any part of a draft does not decide it.
            (theirs.State, theirs.DecidedAt) = (RevisionState.Dropped, now);
            await context.SaveChangesAsync(cancellationToken);
            record = record with { Open = null };
        }

        if (record?.Open is { } open)
        {
            open.Document = request.Document.ToJson();
            open.Base = record.Live?.Document.ToJson();
            open.State = RevisionState.Draft;
            open.WrittenAt = now;
        }
        else
        {
            context.Add(new RecordRevision
            {
                Id = Guid.CreateVersion7(now),
                Kind = request.Document.Kind,
                RecordId = id,
                Number = record is null ? 1 : await drafts.KeepAsync(record, now, cancellationToken),
                State = RevisionState.Draft,
                Document = request.Document.ToJson(),
                Base = record?.Live?.Document.ToJson(),
                WrittenBy = actor.AccountId,
                WrittenAt = now,
            });
        }

        var names = await records.NamesAsync(cancellationToken, request.Document, record?.Live?.Document);
        audit.Record(context, ListingsAudit.DraftSaved, RecordThings.Word(request.Document.Kind), id, changes:
            [.. RecordLines.Between(record?.Live?.Document, request.Document, names).Select(line => new AuditChange(line.Label, line.Before, line.After))]);
        await context.SaveChangesAsync(cancellationToken);
        return id;
    }
}
