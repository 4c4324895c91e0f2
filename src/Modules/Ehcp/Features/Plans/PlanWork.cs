using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Plans;

/// <summary>Of one's own records: answers of families that no text has followed yet, and final plans in which nobody is named who gives the help.</summary>
internal sealed class PlanWork(EhcpDbContext context) : IWorkItems
{
    private const int Most = 20;

    private static readonly List<EventKind> Finals = [EventKind.FinalSent, EventKind.AmendedFinalSent];

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.AccountId is { } own && actor.May(EhcpPermissions.WritePlans)
            ? [.. await AnsweredAsync(own, cancellationToken), .. await WithoutHelpAsync(own, cancellationToken)]
            : [];

    /// <summary>It leaves when the next text is begun: that is when somebody has read the answer.</summary>
    private async Task<IEnumerable<WorkItem>> AnsweredAsync(Guid own, CancellationToken cancellationToken)
    {
        var found = await (
            from plan in context.Plans.AsNoTracking()
            join record in context.Records on plan.RecordId equals record.Id
            where record.CoordinatorId == own && !record.IsOver
                && context.PlanAnswers.Any(answer => answer.PlanId == plan.Id)
                && !context.Plans.Any(later => later.RecordId == plan.RecordId && later.Number > plan.Number)
            orderby record.NextOn, record.Id
            select new { record.Id, record.Reference, record.NextOn, On = context.PlanAnswers.Where(answer => answer.PlanId == plan.Id).Max(answer => answer.AnsweredAt) }).Take(Most).ToListAsync(cancellationToken);
        return found.Select(one => new WorkItem(
            "A family answered a plan", one.Reference, $"They answered on {UkTime.DateIn(one.On).Long()}. Read it, and write the next text.", one.NextOn, $"/staff/ehcp/records/{one.Id}/plan", "Read it", "i-page"));
    }

    private async Task<IEnumerable<WorkItem>> WithoutHelpAsync(Guid own, CancellationToken cancellationToken)
    {
        var found = await (
            from plan in context.Plans.AsNoTracking()
            join record in context.Records on plan.RecordId equals record.Id
            join sent in context.Events on plan.EventId equals sent.Id
            where record.CoordinatorId == own && !record.IsOver && sent.WithdrawnAt == null && Finals.Contains(sent.Kind)
                && !context.PlanDeliveries.Any(one => one.PlanId == plan.Id && one.EndedAt == null)
                && !context.Plans.Any(later => later.RecordId == plan.RecordId && later.Number > plan.Number)
            orderby sent.HappenedOn, record.Id
            select new { record.Id, record.Reference, sent.HappenedOn }).Take(Most).ToListAsync(cancellationToken);
        return found.Select(one => new WorkItem(
            "Who gives the help?", one.Reference, "The plan is final, and nobody is named who gives the help in it.", one.HappenedOn, $"/staff/ehcp/records/{one.Id}/plan/help/new", "Name them", "i-people"));
    }
}
