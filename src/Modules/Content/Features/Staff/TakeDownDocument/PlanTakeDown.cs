using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;

/// <summary>Says when a page will be taken down, and why. A new plan takes the place of the last.</summary>
/// <param name="On">Null when what was typed is no date.</param>
/// <param name="At">Time in Medway, as it was typed.</param>
internal sealed record PlanTakeDown(Guid Id, string Reason, string Words, string MergedInto, DateOnly? On, string At) : ICommand<Done>, IActsOn, ISaysWhy
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class PlanTakeDownValidator : AbstractValidator<PlanTakeDown>
{
    public PlanTakeDownValidator() => WhyRules.Check(this);
}

internal sealed class PlanTakeDownHandler(
    ContentDbContext context, Opening opening, TakingDown takingDown, JobQueue jobs, FlowTrail trail, TimeProvider clock) : IRequestHandler<PlanTakeDown, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PlanTakeDown request, CancellationToken cancellationToken)
    {
        var (at, problem) = UkMoment.ToCome(request.On, request.At, clock.GetUtcNow());
        if (problem is not null)
        {
            return Outcome.Invalid(problem.Field, problem.Message);
        }

        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.PlanTakeDown, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var document = opened.Value.Document;
        var reason = WhyRules.ReasonOf(request);
        var target = reason == TakenDownReason.Merged ? await takingDown.TargetAsync(document, request.MergedInto, cancellationToken) : null;
        if (reason == TakenDownReason.Merged && target is null)
        {
            return Outcome.Invalid(nameof(request.MergedInto), WhyRules.NoTarget);
        }

        var plan = await context.PlannedTakeDowns.SingleOrDefaultAsync(plan => plan.DocumentId == document.Id, cancellationToken);
        if (plan is null)
        {
            plan = new PlannedTakeDown { DocumentId = document.Id, At = at, Reason = reason };
            context.PlannedTakeDowns.Add(plan);
        }

        plan.At = at;
        plan.Reason = reason;
        plan.Words = WhyRules.WordsOf(request);
        plan.MergedIntoId = target;
        plan.Problem = null;
        trail.Record(ContentAudit.TakeDownPlanned, document, new AuditChange("reason", null, reason.ToString()), new AuditChange("at", null, at.ToString("O", CultureInfo.InvariantCulture)));
        await context.SaveChangesAsync(cancellationToken);
        await TakeDownPlannedJob.EnqueueAsync(jobs, context, plan, cancellationToken);
        return default(Done);
    }
}

/// <summary>Ends the plan: the page stays.</summary>
internal sealed record KeepUp(Guid Id) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class KeepUpHandler(ContentDbContext context, Opening opening, TakingDown takingDown, FlowTrail trail) : IRequestHandler<KeepUp, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(KeepUp request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.KeepUp, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        if (!await takingDown.EndPlanAsync(opened.Value.Document, cancellationToken))
        {
            return Outcome.Conflict("It has no time to be taken down any more. Look again");
        }

        trail.Record(ContentAudit.TakeDownCancelled, opened.Value.Document);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
