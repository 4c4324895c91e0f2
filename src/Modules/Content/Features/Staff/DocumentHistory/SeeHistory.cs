using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.DocumentHistory;

/// <summary>Every text of a variant, and two of them side by side.</summary>
/// <param name="Before">Number of the older; null compares with the one before <paramref name="After"/>.</param>
/// <param name="After">Number of the newer; null is the newest.</param>
internal sealed record SeeHistory(Guid Id, string Variant, int? Before, int? After) : IQuery<HistoryView>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

/// <param name="Revisions">The newest first.</param>
internal sealed record HistoryView(
    Guid DocumentId, string Variant, IReadOnlyList<HistoryLine> Revisions, Compared? Before, Compared? After, bool MayRestore);

internal sealed record HistoryLine(int Number, string Title, DateTimeOffset At, string By, bool IsLive, bool IsDraft, string? ChangeNote);

/// <param name="Text">Ready to print.</param>
internal sealed record Compared(Revision Revision, PageText Text);

internal sealed class SeeHistoryHandler(ContentDbContext context, PageTexts texts, IStaffNames names) : IRequestHandler<SeeHistory, Outcome<HistoryView>>
{
    /// <summary>Older ones stay in the database; a page has had two hundred texts only when something writes to it by itself.</summary>
    private const int Most = 200;

    public async Task<Outcome<HistoryView>> Handle(SeeHistory request, CancellationToken cancellationToken)
    {
        var variant = await context.Variants.AsNoTracking().Include(variant => variant.Document)
            .SingleOrDefaultAsync(variant => variant.DocumentId == request.Id && variant.Key == request.Variant, cancellationToken);
        if (variant is null)
        {
            return Outcome.NotFound;
        }

        var lines = await context.Revisions.AsNoTracking().Where(revision => revision.VariantId == variant.Id)
            .OrderByDescending(revision => revision.Number).Take(Most)
            .Select(revision => new { revision.Id, revision.Number, revision.Title, revision.CreatedAt, revision.CreatedBy, revision.ChangeNote })
            .ToListAsync(cancellationToken);
        var called = await names.OfAsync([.. lines.Select(line => line.CreatedBy)], cancellationToken);
        var after = request.After ?? lines.FirstOrDefault()?.Number;
        var before = request.Before ?? after - 1;
        return new HistoryView(
            request.Id,
            variant.Key,
            [.. lines.Select(line => new HistoryLine(
                line.Number, line.Title, line.CreatedAt, called.GetValueOrDefault(line.CreatedBy, line.CreatedBy),
                line.Id == variant.LiveRevisionId, line.Id == variant.DraftRevisionId, line.ChangeNote))],
            await ReadAsync(variant, before, cancellationToken),
            await ReadAsync(variant, after, cancellationToken),
            Domain.Flow.Allows(Domain.FlowAction.SaveDraft, variant.State(variant.Document!.Lifecycle)));
    }

    private async Task<Compared?> ReadAsync(Variant variant, int? number, CancellationToken cancellationToken) =>
        await context.Revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.VariantId == variant.Id && revision.Number == number, cancellationToken) is { } revision
            ? new Compared(revision, await texts.ReadAsync(revision.Body, Publishing.KindOf(variant), cancellationToken, Domain.VariantKey.Language(variant.Key)))
            : null;
}
