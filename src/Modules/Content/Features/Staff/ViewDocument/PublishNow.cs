using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Publishes in an emergency, without a second pair of eyes: it then stands as "still needs checking" until somebody else has looked.</summary>
internal sealed record PublishNow(Guid Id, string Variant, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.PublishNow;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class PublishNowValidator : AbstractValidator<PublishNow>
{
    public PublishNowValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Write why it cannot wait for a second pair of eyes")
        .MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} characters or fewer");
}

internal sealed class PublishNowHandler(
    ContentDbContext context, Opening opening, Readiness readiness, Publishing publishing, PublishedPages pages, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<PublishNow, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PublishNow request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.PublishNow, cancellationToken);
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

        await publishing.GoLiveAsync(document, variant, clock.GetUtcNow(), opening.Who, cancellationToken);
        trail.Remark(variant, draft!.Id, RemarkKind.Emergency, request.Reason.Trim());
        trail.Record(ContentAudit.PublishedInEmergency, document, variant, draft.Number);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Somebody else has looked at what was published in an emergency, and it may stay.</summary>
internal sealed record ConfirmEmergency(Guid Id, string Variant) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ConfirmEmergencyHandler(ContentDbContext context, Opening opening, FlowTrail trail) : IRequestHandler<ConfirmEmergency, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmEmergency request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.ConfirmCheck, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        opened.Value.Variant.Standing = Standing.Live;
        opened.Value.Variant.UncheckedBy = null;
        trail.Record(ContentAudit.Confirmed, opened.Value.Document, opened.Value.Variant);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
