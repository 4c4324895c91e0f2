using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Publishes what somebody else wrote.</summary>
/// <param name="CheckedAll">Whoever approves has read all of it: then it counts as checked. A mended comma does not.</param>
internal sealed record ApproveDraft(Guid Id, string Variant, bool CheckedAll = false) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ApproveDraftHandler(
    ContentDbContext context, Opening opening, Readiness readiness, Publishing publishing, PublishedPages pages, Checking checking, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<ApproveDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ApproveDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.Approve, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var (document, variant) = opened.Value;
        var draft = await context.Revisions.FindAsync([variant.DraftRevisionId], cancellationToken);
        if (await readiness.ProblemsAsync(document, variant, draft!, cancellationToken) is { Count: > 0 } problems)
        {
            return new Outcome.Failure(OutcomeKind.Invalid, problems);
        }

        if (request.CheckedAll && variant.Key == VariantKey.Full)
        {
            await checking.ConfirmAsync(document, cancellationToken);
        }

        await publishing.GoLiveAsync(document, variant, clock.GetUtcNow(), uncheckedBy: null, cancellationToken);
        trail.Record(ContentAudit.Published, document, variant, draft!.Number);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
