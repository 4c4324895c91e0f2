using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>What a draft says.</summary>
internal sealed record DraftFields(string Title, string Summary, string Body)
{
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public string? ChangeNote { get; init; }

    public string? StaffNote { get; init; }

    public static DraftFields Of(Revision revision) => new(revision.Title, revision.Summary, revision.Body)
    {
        StartsAt = revision.StartsAt,
        EndsAt = revision.EndsAt,
        Place = revision.Place,
        Link = revision.Link,
        ChangeNote = revision.ChangeNote,
        StaffNote = revision.StaffNote,
    };
}

/// <summary>Adds to what was said; nothing that was said is ever changed.</summary>
internal sealed class Revisions(ContentDbContext context, TimeProvider clock)
{
    /// <summary>The new revision is the variant's open draft; the caller saves.</summary>
    public async Task<Revision> AddAsync(
        Variant variant, DraftFields fields, string by, RevisionOrigin origin, string? seedDigest, CancellationToken cancellationToken)
    {
        var last = await context.Revisions.Where(known => known.VariantId == variant.Id).MaxAsync(known => (int?)known.Number, cancellationToken) ?? 0;
        var now = clock.GetUtcNow();
        var revision = new Revision
        {
            Id = Guid.CreateVersion7(now),
            VariantId = variant.Id,
            Number = last + 1,
            Title = fields.Title,
            Summary = fields.Summary,
            Body = fields.Body,
            StartsAt = fields.StartsAt,
            EndsAt = fields.EndsAt,
            Place = fields.Place,
            Link = fields.Link,
            ChangeNote = fields.ChangeNote,
            StaffNote = fields.StaffNote,
            Origin = origin,
            SeedDigest = seedDigest,
            CreatedAt = now,
            CreatedBy = by,
        };
        context.Revisions.Add(revision);
        variant.DraftRevisionId = revision.Id;
        variant.Draft = DraftState.Open;
        variant.PublishAt = null;
        variant.ScheduleProblem = null;
        return revision;
    }
}
