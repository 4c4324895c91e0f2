using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.My.ReadPlan;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.AnswerPlan;

/// <summary>What a parent or young person thinks of a draft, or of proposed changes.</summary>
/// <param name="School">The school or college that they ask for; empty for none.</param>
internal sealed record AnswerPlan(Guid PlanId, PlanReply Reply, string Words, string School, bool WantsToMeet) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.AnswerPlans;
}

internal sealed class AnswerPlanValidator : AbstractValidator<AnswerPlan>
{
    public AnswerPlanValidator()
    {
        RuleFor(answer => answer.Reply).IsInEnum().WithMessage("Choose what you think of it");
        RuleFor(answer => answer.Words).MaximumLength(PlanAnswer.MaximumWords).WithMessage($"Write {PlanAnswer.MaximumWords} letters or fewer, or call us");
        RuleFor(answer => answer.Words).NotEmpty().When(answer => answer.Reply == PlanReply.WantsChanges && !answer.WantsToMeet && answer.School.Length == 0)
            .WithMessage("Write what you would like to change, or tick that you would like to meet us");
        RuleFor(answer => answer.School).MaximumLength(PlanAnswer.MaximumSchool).WithMessage($"Write {PlanAnswer.MaximumSchool} letters or fewer");
    }
}

internal sealed class AnswerPlanHandler(EhcpDbContext context, IMediator mediator, FamilyAnswered answered, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AnswerPlan, Outcome<Done>>
{
    /// <summary>More than anybody sends before somebody calls them.</summary>
    private const int Most = 20;

    public async Task<Outcome<Done>> Handle(AnswerPlan request, CancellationToken cancellationToken)
    {
        // The same door, the same viewers: whoever may not read it here cannot answer it.
        var seen = await mediator.Send(new ReadOwnPlan(request.PlanId), cancellationToken);
        if (!seen.IsOk || actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        if (seen.Value.Plan is not { } plan)
        {
            return Outcome.Forbidden;
        }

        if (!plan.MayAnswer)
        {
            return Outcome.Invalid(nameof(request.Reply), "This plan cannot be answered here any more: a later one has been sent. Your words are below. Please copy them, and call us");
        }

        var recordId = await context.Plans.Where(one => one.Id == request.PlanId).Select(one => one.RecordId).SingleAsync(cancellationToken);
        await context.LockRecordAsync(recordId, cancellationToken);
        var (words, school) = (request.Words.Trim(), request.School.Trim());
        var before = await context.PlanAnswers.AsNoTracking().Where(answer => answer.PlanId == request.PlanId && answer.PersonId == person).ToListAsync(cancellationToken);
        if (before.Exists(answer => answer.Reply == request.Reply && answer.Words == words && answer.School == school && answer.WantsToMeet == request.WantsToMeet))
        {
            // Pressed twice: it is the same answer.
            return default(Done);
        }

        if (before.Count >= Most)
        {
            return Outcome.Invalid(nameof(request.Words), $"You have answered {Most} times. Please call us");
        }

        var now = clock.GetUtcNow();
        context.PlanAnswers.Add(new PlanAnswer
        {
            Id = Guid.CreateVersion7(now),
            PlanId = request.PlanId,
            PersonId = person,
            Reply = request.Reply,
            Words = words,
            School = school,
            WantsToMeet = request.WantsToMeet,
            AnsweredAt = now,
        });
        audit.Record(context, EhcpAudit.PlanAnswered, EhcRecord.Subject, recordId, personIds: [person], changes: [new AuditChange("reply", null, $"{request.Reply}")]);
        await context.SaveChangesAsync(cancellationToken);
        await answered.FollowAsync(recordId, request.PlanId, person, cancellationToken);
        return default(Done);
    }
}
