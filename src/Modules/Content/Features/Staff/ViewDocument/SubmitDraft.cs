using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Hands a draft in, to be looked at by somebody else.</summary>
internal sealed record SubmitDraft(Guid Id, string Variant) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class SubmitDraftHandler(ContentDbContext context, Opening opening, Readiness readiness, FlowTrail trail) : IRequestHandler<SubmitDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SubmitDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.Submit, cancellationToken);
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

        variant.Draft = DraftState.Submitted;
        variant.PublishAt = null;
        variant.ScheduleProblem = null;
        trail.Record(ContentAudit.Submitted, document, variant, draft!.Number);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
