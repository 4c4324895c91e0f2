using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.SeeHistory;

/// <summary>What a record said, newest first, with what each version changed.</summary>
internal sealed record SeeHistory(RecordKind Kind, Guid Id) : IQuery<HistoryView>
{
    /// <summary>A page of history; older ones stay stored.</summary>
    public const int Most = 50;

    public Permission Permission => ListingsPermissions.ReadRecords;
}

/// <param name="Since">What a file or a merge has changed since the newest version.</param>
/// <param name="Stamp">Of the record now, for putting a version back.</param>
internal sealed record HistoryView(string Title, bool CanRestore, string Stamp, IReadOnlyList<LineChange> Since, IReadOnlyList<VersionView> Versions);

internal sealed record VersionView(Guid Id, int Number, DateTimeOffset At, string? Note, bool WasApproved, IReadOnlyList<LineChange> Changes);

internal sealed class SeeHistoryHandler(ListingsDbContext context, RecordDrafts drafts, LiveRecords records) : IRequestHandler<SeeHistory, Outcome<HistoryView>>
{
    public async Task<Outcome<HistoryView>> Handle(SeeHistory request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Kind, request.Id, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var kept = await context.Revisions.AsNoTracking().Where(revision => revision.RecordId == request.Id && revision.State == RevisionState.Live)
            .OrderByDescending(revision => revision.DecidedAt).ThenByDescending(revision => revision.Number).Take(SeeHistory.Most + 1).ToListAsync(cancellationToken);
        RecordDocument[] documents = [.. kept.Select(revision => RecordDocument.Read(request.Kind, revision.Document))];
        var names = await records.NamesAsync(cancellationToken, [record.Live?.Document, .. documents]);
        List<VersionView> versions = [];
        foreach (var (index, revision) in kept.Take(SeeHistory.Most).Index())
        {
            var before = index + 1 < documents.Length ? documents[index + 1] : null;
            versions.Add(new(
                revision.Id, revision.Number, revision.DecidedAt ?? revision.WrittenAt, revision.Note, revision.DecidedBy is not null,
                before is null ? [] : RecordLines.Between(before, documents[index], names)));
        }

        return new HistoryView(
            record.Document.Title, record.Live is { State: RecordState.Live } && record.Open is null, record.Stamp,
            record.Live is null || documents.Length == 0 ? [] : RecordLines.Between(documents[0], record.Live.Document, names), versions);
    }
}

/// <summary>Makes a draft of what a record once said; a second person approves it like any other.</summary>
internal sealed record RestoreVersion(RecordKind Kind, Guid Id, Guid RevisionId, string Stamp) : ICommand<Done>
{
    public Permission Permission => ListingsPermissions.EditRecords;
}

internal sealed class RestoreVersionHandler(ListingsDbContext context, IMediator mediator) : IRequestHandler<RestoreVersion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RestoreVersion request, CancellationToken cancellationToken)
    {
        var document = await context.Revisions.AsNoTracking()
            .Where(revision => revision.Id == request.RevisionId && revision.RecordId == request.Id && revision.Kind == request.Kind && revision.State == RevisionState.Live)
            .Select(revision => revision.Document).SingleOrDefaultAsync(cancellationToken);
        if (document is null)
        {
            return Outcome.NotFound;
        }

        var saved = await mediator.Send(new SaveDraft(request.Id, RecordDocument.Read(request.Kind, document), request.Stamp), cancellationToken);
        return saved.Kind switch
        {
            OutcomeKind.Ok => default(Done),
            OutcomeKind.NotFound => Outcome.NotFound,
            OutcomeKind.Forbidden => Outcome.Forbidden,
            _ => Outcome.Conflict("This cannot be put back as it was: " + saved.Errors[0].Message),
        };
    }
}
