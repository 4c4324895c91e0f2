using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Approves what somebody else wrote, to go live at a time in Medway.</summary>
/// <param name="On">Null when what was typed is no date.</param>
/// <param name="At">As it was typed.</param>
internal sealed record ScheduleDraft(Guid Id, string Variant, DateOnly? On, string At) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ScheduleDraftHandler(
    ContentDbContext context, Opening opening, Readiness readiness, JobQueue jobs, FlowTrail trail, TimeProvider clock) : IRequestHandler<ScheduleDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ScheduleDraft request, CancellationToken cancellationToken)
    {
        var (at, problem) = UkMoment.ToCome(request.On, request.At, clock.GetUtcNow());
        if (problem is not null)
        {
            return Outcome.Invalid(problem.Field, problem.Message);
        }

        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.Schedule, cancellationToken);
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

        variant.Draft = DraftState.Scheduled;
        variant.PublishAt = at;
        variant.ScheduleProblem = null;
        trail.Record(ContentAudit.Scheduled, document, variant, draft!.Number);
        await context.SaveChangesAsync(cancellationToken);
        await PublishScheduledJob.EnqueueAsync(jobs, context, document.Id, variant, cancellationToken);
        return default(Done);
    }
}

/// <summary>Takes a draft off the schedule; it waits for a check again.</summary>
internal sealed record UnscheduleDraft(Guid Id, string Variant) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class UnscheduleDraftHandler(ContentDbContext context, Opening opening, FlowTrail trail) : IRequestHandler<UnscheduleDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UnscheduleDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.Unschedule, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var variant = opened.Value.Variant;
        variant.Draft = DraftState.Submitted;
        variant.PublishAt = null;
        variant.ScheduleProblem = null;
        trail.Record(ContentAudit.Unscheduled, opened.Value.Document, variant);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
