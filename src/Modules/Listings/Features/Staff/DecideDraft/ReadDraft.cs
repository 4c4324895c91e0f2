using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings.Features.Staff.DecideDraft;

/// <summary>A draft beside the live record.</summary>
internal sealed record ReadDraft(RecordKind Kind, Guid Id) : IQuery<DraftView>
{
    public Permission Permission => ListingsPermissions.ReadRecords;
}

internal sealed record DraftView(string Title, RevisionState State, bool IsNew, bool IsMine, string Stamp, DateTimeOffset WrittenAt, string? Note, IReadOnlyList<LineChange> Changes);

internal sealed class ReadDraftHandler(RecordDrafts drafts, LiveRecords records, Actor actor) : IRequestHandler<ReadDraft, Outcome<DraftView>>
{
    public async Task<Outcome<DraftView>> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { Open: { } open } record)
        {
            return Outcome.NotFound;
        }

        var names = await records.NamesAsync(cancellationToken, record.Document, record.Live?.Document);
        return new DraftView(
            record.Document.Title, open.State, record.Live is null, open.WrittenBy == actor.AccountId, record.Stamp, open.WrittenAt, open.Note,
            RecordLines.Between(record.Live?.Document, record.Document, names));
    }
}
