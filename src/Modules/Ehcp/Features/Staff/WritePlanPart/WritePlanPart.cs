using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.WritePlanPart;

/// <param name="Version">Of the section when it was opened; 0 when there was none.</param>
internal sealed record WritePlanPart(Guid RecordId, PlanPart Part, string Words, uint Version) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.WritePlans;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class WritePlanPartValidator : AbstractValidator<WritePlanPart>
{
    public WritePlanPartValidator()
    {
        RuleFor(one => one.Part).IsInEnum().WithMessage("There is no section like that");
        RuleFor(one => one.Words).MaximumLength(PlanText.MaximumWords).WithMessage($"Write {PlanText.MaximumWords} letters or fewer");
    }
}

internal sealed class WritePlanPartHandler(EhcpDbContext context, PlanReader plans, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<WritePlanPart, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WritePlanPart request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (PlanReader.BeingWritten(await plans.OfAsync(request.RecordId, cancellationToken)) is not { } plan)
        {
            return Outcome.Invalid(nameof(request.Words), "This text was sent, and cannot be changed any more. Copy what you wrote, and begin the next text");
        }

        var text = await context.PlanTexts.SingleOrDefaultAsync(text => text.PlanId == plan.Id && text.Part == request.Part, cancellationToken);
        if ((text?.Version ?? 0) != request.Version)
        {
            return Outcome.Conflict("Somebody else wrote this section while you did. What they wrote stands below. Put both together here, and save again");
        }

        var (words, now) = (request.Words.Trim(), clock.GetUtcNow());
        if (text is null)
        {
            context.PlanTexts.Add(new PlanText { Id = Guid.CreateVersion7(now), PlanId = plan.Id, Part = request.Part, Words = words, ChangedAt = now, ChangedBy = actor.Id });
        }
        else
        {
            (text.Words, text.ChangedAt, text.ChangedBy) = (words, now, actor.Id);
        }

        var child = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
        audit.Record(
            context, EhcpAudit.PlanWritten, EhcRecord.Subject, request.RecordId, personIds: [child], changes: [new AuditChange("section", null, $"{plan.Number} {request.Part}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
