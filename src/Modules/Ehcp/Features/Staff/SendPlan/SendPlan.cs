using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SendPlan;

/// <summary>The text that is written now goes to the family. It becomes an event of the record, through the operation that records every event.</summary>
/// <param name="On">When it was sent or delivered.</param>
internal sealed record SendPlan(Guid RecordId, EventKind Kind, DateOnly? On, SentBy? SentBy) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.WritePlans;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class SendPlanValidator : AbstractValidator<SendPlan>
{
    public SendPlanValidator()
    {
        RuleFor(one => one.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(one => one.On).NotNull().WithMessage("Write the day");
        RuleFor(one => one.SentBy).Must(how => how is { } known && Enum.IsDefined(known)).When(one => Sequence.IsServed(one.Kind)).WithMessage("Choose how it was sent");
    }
}

internal sealed class SendPlanHandler(EhcpDbContext context, RecordReader reader, PlanReader plans, IMediator mediator, AuditTrail audit) : IRequestHandler<SendPlan, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SendPlan request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        if (PlanReader.BeingWritten(await plans.OfAsync(request.RecordId, cancellationToken)) is not { } plan)
        {
            return Outcome.Invalid(nameof(request.Kind), "No text is being written. Begin one, and write it first");
        }

        if (!PlanRules.Sendable(read.Happened).Contains(request.Kind))
        {
            return Outcome.Invalid(nameof(request.Kind), "This does not fit what has been recorded so far. Choose again");
        }

        if (PlanRules.Problem(request.Kind, (await plans.TextsAsync(plan.Id, cancellationToken)).Keys.ToHashSet()) is { } problem)
        {
            return Outcome.Invalid(nameof(request.Kind), problem);
        }

        var recorded = await mediator.Send(
            new RecordEvent.RecordEvent(request.RecordId, request.Kind, request.On, "", SentBy: Sequence.IsServed(request.Kind) ? request.SentBy : null), cancellationToken);
        if (!recorded.IsOk)
        {
            context.ChangeTracker.Clear();
            return recorded.Kind == OutcomeKind.NotFound ? Outcome.NotFound : Outcome.Invalid(nameof(request.On), string.Join(". ", recorded.Errors.Select(error => error.Message)));
        }

        plan.EventId = recorded.Value;
        audit.Record(
            context, EhcpAudit.PlanSent, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId],
            changes: [new AuditChange("plan", null, $"{plan.Number} {request.Kind}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
