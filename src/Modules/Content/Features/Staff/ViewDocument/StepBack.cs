using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Takes a submitted draft back, to write on.</summary>
internal sealed record TakeBackDraft(Guid Id, string Variant) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class TakeBackDraftHandler(ContentDbContext context, Opening opening, FlowTrail trail) : IRequestHandler<TakeBackDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeBackDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.TakeBack, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        opened.Value.Variant.Draft = DraftState.Open;
        trail.Record(ContentAudit.TakenBack, opened.Value.Document, opened.Value.Variant);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Sends a submitted draft back to whoever wrote it.</summary>
/// <param name="Comments">What has to change.</param>
internal sealed record ReturnDraft(Guid Id, string Variant, string Comments) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Review;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ReturnDraftValidator : AbstractValidator<ReturnDraft>
{
    public ReturnDraftValidator() => RuleFor(request => request.Comments).NotEmpty().WithMessage("Write what has to change, so that its author knows")
        .MaximumLength(Limits.Words).WithMessage($"Write {Limits.Words} characters or fewer");
}

internal sealed class ReturnDraftHandler(ContentDbContext context, Opening opening, FlowTrail trail) : IRequestHandler<ReturnDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReturnDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.Return, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var variant = opened.Value.Variant;
        variant.Draft = DraftState.Open;
        trail.Remark(variant, variant.DraftRevisionId, RemarkKind.Returned, request.Comments.Trim());
        trail.Record(ContentAudit.Returned, opened.Value.Document, variant);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Throws the open draft away; what is live stays, and the history keeps what it said.</summary>
internal sealed record DiscardDraft(Guid Id, string Variant) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class DiscardDraftHandler(ContentDbContext context, Opening opening, FlowTrail trail) : IRequestHandler<DiscardDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DiscardDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.DiscardDraft, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var variant = opened.Value.Variant;
        variant.DraftRevisionId = null;
        variant.Draft = DraftState.None;
        variant.PublishAt = null;
        variant.ScheduleProblem = null;
        trail.Record(ContentAudit.Discarded, opened.Value.Document, variant);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
