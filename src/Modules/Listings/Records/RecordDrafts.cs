using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>A record and what somebody is making of it.</summary>
/// <param name="Live">Null for a record that is only a draft yet.</param>
/// <param name="Open">The draft, when there is one.</param>
internal sealed record RecordNow(RecordKind Kind, Guid Id, LiveRecord? Live, RecordRevision? Open)
{
    /// <summary>What a form is made from: the draft, or else the live record.</summary>
    public RecordDocument Document => Open is null ? Live!.Document : RecordDocument.Read(Kind, Open.Document);

    /// <summary>What a form carries, so that whoever was slower is told.</summary>
    public string Stamp => Open is null
        ? string.Create(CultureInfo.InvariantCulture, $"live {Live!.Stamp}")
        : string.Create(CultureInfo.InvariantCulture, $"draft {Open.Version}");
}

/// <summary>Drafts and history of records.</summary>
internal sealed class RecordDrafts(ListingsDbContext context, LiveRecords records)
{
    /// <returns>Null when there is neither a record nor a draft with this id.</returns>
    public async Task<RecordNow?> FindAsync(RecordKind kind, Guid id, CancellationToken cancellationToken)
    {
        var live = await records.FindAsync(kind, id, cancellationToken);
        var open = await context.Revisions.SingleOrDefaultAsync(
            revision => revision.RecordId == id && revision.Kind == kind && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted),
            cancellationToken);
        return live is null && open is null ? null : new RecordNow(kind, id, live, open);
    }

    public async Task<int> NextNumberAsync(Guid id, CancellationToken cancellationToken) =>
        (await context.Revisions.Where(revision => revision.RecordId == id).MaxAsync(revision => (int?)revision.Number, cancellationToken) ?? 0) + 1;

    /// <summary>
    /// Keeps the live record as it is now, unless history has it already: a file or a merge may have written it, and what a draft replaces must never
    /// be lost.
    /// </summary>
    /// <returns>The number that is free after it.</returns>
    public async Task<int> KeepAsync(RecordNow record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = await NextNumberAsync(record.Id, cancellationToken);
        if (record.Live is not { Document: var document })
        {
            return number;
        }

        var last = await context.Revisions.AsNoTracking().Where(revision => revision.RecordId == record.Id && revision.State == RevisionState.Live)
            .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && document.Says(RecordDocument.Read(record.Kind, last.Document)))
        {
            return number;
        }

        context.Add(new RecordRevision
        {
            Id = Guid.CreateVersion7(now),
            Kind = record.Kind,
            RecordId = record.Id,
            Number = number,
            State = RevisionState.Live,
            Document = document.ToJson(),
            WrittenAt = now,
            DecidedAt = now,
            Note = last is null ? "As it was before anybody here changed it" : "As a file or a merge had left it",
        });
        return number + 1;
    }
}
