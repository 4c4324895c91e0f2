using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;

/// <summary>Begins the next text of a plan, with the words of the one before.</summary>
internal sealed record StartPlan(Guid RecordId) : ICommand<Guid>, IActsOn
{
    public Permission Permission => EhcpPermissions.WritePlans;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class StartPlanHandler(EhcpDbContext context, RecordReader reader, PlanReader plans, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<StartPlan, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(StartPlan request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var before = await plans.OfAsync(request.RecordId, cancellationToken);
        if (PlanReader.BeingWritten(before) is { } open)
        {
            // Pressed twice: it is the same text.
            return open.Id;
        }

        if (!PlanRules.MayBeWritten(read.Happened))
        {
            return Outcome.Invalid("", "There is no decision to make a plan. Record that first");
        }

        var now = clock.GetUtcNow();
        var plan = new PlanVersion
        {
            Id = Guid.CreateVersion7(now),
            RecordId = request.RecordId,
            Number = before.Count > 0 ? before[0].Plan.Number + 1 : 1,
            StartedAt = now,
            StartedBy = actor.Id,
        };
        context.Plans.Add(plan);
        if (before is [var last, ..])
        {
            context.PlanTexts.AddRange((await plans.TextsAsync(last.Plan.Id, cancellationToken)).Values.Select(text => new PlanText
            {
                Id = Guid.CreateVersion7(now),
                PlanId = plan.Id,
                Part = text.Part,
                Words = text.Words,
                ChangedAt = text.ChangedAt,
                ChangedBy = text.ChangedBy,
            }));
        }

        audit.Record(
            context, EhcpAudit.PlanStarted, EhcRecord.Subject, request.RecordId, personIds: [read.Record.ChildId], changes: [new AuditChange("plan", null, $"{plan.Number}")]);
        await context.SaveChangesAsync(cancellationToken);
        return plan.Id;
    }
}
