using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.HandleComplaint;

/// <summary>What an officer does with a complaint. Stored in no row.</summary>
internal enum ComplaintStep
{
    Acknowledge,
    Answer,

    /// <summary>The family is not happy: somebody more senior looks again.</summary>
    StartStage2,
}

/// <summary>One step of a complaint, on the day on which it is written down.</summary>
/// <param name="Kind">Through whose door: a complaint of another kind is not there.</param>
/// <param name="Answer">Only with <see cref="ComplaintStep.Answer"/>: what the family was told.</param>
/// <param name="Theme">Only with <see cref="ComplaintStep.Answer"/>: what it came down to.</param>
internal sealed record HandleComplaint(Guid Id, ComplaintKind Kind, ComplaintStep Step, string Answer, ComplaintTheme? Theme) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.Of(Kind);
}

internal sealed class HandleComplaintValidator : AbstractValidator<HandleComplaint>
{
    public HandleComplaintValidator() => When(step => step.Step == ComplaintStep.Answer, () =>
    {
        RuleFor(step => step.Answer).Must(answer => !string.IsNullOrWhiteSpace(answer)).WithMessage("Write what the family was told")
            .MaximumLength(Complaint.MaximumWords).WithMessage("Write {MaxLength} characters or fewer");
        RuleFor(step => step.Theme).NotNull().WithMessage("Choose what it came down to");
    });
}

internal sealed class HandleComplaintHandler(FeedbackDbContext context, ComplaintClock clocks, AuditTrail audit, TimeProvider clock) : IRequestHandler<HandleComplaint, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(HandleComplaint request, CancellationToken cancellationToken)
    {
        if (await context.Complaints.SingleOrDefaultAsync(complaint => complaint.Id == request.Id && complaint.Kind == request.Kind, cancellationToken) is not { } complaint)
        {
            return Outcome.NotFound;
        }

        var stage = await context.ComplaintStages.Where(stage => stage.ComplaintId == complaint.Id).OrderByDescending(stage => stage.Number).FirstAsync(cancellationToken);
        var today = clock.Today();
        switch (request.Step)
        {
            case ComplaintStep.Acknowledge when stage is { AcknowledgedOn: null, RepliedOn: null }:
                stage.AcknowledgedOn = today;
                break;
            case ComplaintStep.Answer when stage.RepliedOn is null:
                stage.AcknowledgedOn ??= today;
                stage.RepliedOn = today;
                stage.Answer = request.Answer.Trim();
                complaint.Theme = request.Theme;
                break;
            case ComplaintStep.StartStage2 when new ComplaintView(complaint, [stage]).MayGoOn:
                context.ComplaintStages.Add(clocks.Start(complaint.Id, complaint.Kind, stage.Number + 1, today));
                break;
            default:
                return Outcome.Conflict("Somebody else did this already, or it is not the next step. Look at the complaint again");
        }

        audit.Record(context, FeedbackAudit.ComplaintMoved, Complaint.Subject, complaint.Id, changes: [new AuditChange("step", null, request.Step.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
