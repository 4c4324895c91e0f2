using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>One document with the state of one of its variants, and what was said about it.</summary>
internal sealed record ViewDocument(Guid Id, string Variant) : IQuery<DocumentView>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

/// <param name="Title">Of the draft, or else of what is live.</param>
/// <param name="Draft">The open draft.</param>
/// <param name="Live">What families read.</param>
/// <param name="Allowed">What this person may do now.</param>
/// <param name="IsOwnText">This person wrote the draft, so that somebody else has to approve it.</param>
/// <param name="Leaving">When it will be taken down; null while nobody has said so.</param>
internal sealed record DocumentView(
    Document Document,
    Variant Variant,
    string Title,
    FlowState State,
    Revision? Draft,
    Revision? Live,
    IReadOnlySet<FlowAction> Allowed,
    bool IsOwnText,
    IReadOnlyList<RemarkLine> Remarks,
    IReadOnlyList<PageUnder> Under,
    PlannedTakeDown? Leaving)
{
    /// <summary>The full words have changed since this twin or translation of them went live: families read there that it may be old.</summary>
    public bool MayBeOld => Variant.IsBehind(Document.Full);

    public bool May(FlowAction action) => Allowed.Contains(action);
}

internal sealed record RemarkLine(RemarkKind Kind, string Words, DateTimeOffset At, string By);

internal sealed record PageUnder(Guid Id, string Title, string Path);

internal sealed class ViewDocumentHandler(ContentDbContext context, Actor actor, IStaffNames names) : IRequestHandler<ViewDocument, Outcome<DocumentView>>
{
    public async Task<Outcome<DocumentView>> Handle(ViewDocument request, CancellationToken cancellationToken)
    {
        var document = await context.Documents.AsNoTracking().Include(document => document.Variants)
            .SingleOrDefaultAsync(document => document.Id == request.Id, cancellationToken);
        if (document?.Variants.SingleOrDefault(variant => variant.Key == request.Variant) is not { } variant)
        {
            return Outcome.NotFound;
        }

        Guid?[] ids = [variant.DraftRevisionId, variant.LiveRevisionId];
        var revisions = await context.Revisions.AsNoTracking().Where(revision => ids.Contains(revision.Id)).ToListAsync(cancellationToken);
        var draft = revisions.SingleOrDefault(revision => revision.Id == variant.DraftRevisionId);
        var live = revisions.SingleOrDefault(revision => revision.Id == variant.LiveRevisionId);
        var remarks = await context.Remarks.AsNoTracking().Where(remark => remark.VariantId == variant.Id)
            .OrderByDescending(remark => remark.At).ThenBy(remark => remark.Id).Take(20).ToListAsync(cancellationToken);
        var called = await names.OfAsync([.. remarks.Select(remark => remark.By)], cancellationToken);
        var under = await context.Documents.AsNoTracking().Where(child => child.ParentId == document.Id && child.BinnedAt == null)
            .OrderBy(child => child.Position).ThenBy(child => child.Path)
            .Select(child => new PageUnder(
                child.Id,
                context.Revisions.Where(revision => child.Variants.Any(of => of.Key == VariantKey.Full && (of.DraftRevisionId ?? of.LiveRevisionId) == revision.Id))
                    .Select(revision => revision.Title).FirstOrDefault() ?? child.Slug,
                child.Path))
            .ToListAsync(cancellationToken);

        var state = variant.State(document.Lifecycle);
        var scopes = DocumentScope.Of(document.Path);
        return new DocumentView(
            document, variant, (draft ?? live)?.Title ?? document.Slug, state, draft, live,
            Enum.GetValues<FlowAction>().Where(action => Domain.Flow.Allows(action, state) && actor.May(FlowPermissions.Of(action), scopes)).ToHashSet(),
            draft is not null && draft.CreatedBy == actor.Id,
            [.. remarks.Select(remark => new RemarkLine(remark.Kind, remark.Words, remark.At, called.GetValueOrDefault(remark.By, remark.By)))],
            under,
            await context.PlannedTakeDowns.AsNoTracking().SingleOrDefaultAsync(plan => plan.DocumentId == document.Id, cancellationToken));
    }
}

/// <summary>Which permission each action asks for; the operations declare the same, and a test holds the two together.</summary>
internal static class FlowPermissions
{
    public static Permission Of(FlowAction action) => action switch
    {
        FlowAction.SaveDraft or FlowAction.DiscardDraft or FlowAction.Submit or FlowAction.TakeBack => ContentPermissions.Write,
        FlowAction.Return => ContentPermissions.Review,
        FlowAction.PublishNow => ContentPermissions.PublishNow,
        _ => ContentPermissions.Publish,
    };
}
