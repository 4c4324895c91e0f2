using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Plans;

/// <param name="Sent">The event with which it was sent, as long as it stands; null while it is written, and when the event was taken back.</param>
internal sealed record ReadPlan(PlanVersion Plan, EhcEvent? Sent)
{
    public bool IsFinal => Sent is { } sent && PlanRules.IsFinal(sent.Kind);
}

/// <summary>The texts of a record's plan. What was sent is what an event that stands says: nothing else decides what a family or an adviser reads.</summary>
internal sealed class PlanReader(EhcpDbContext context)
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<ReadPlan>> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        var plans = await context.Plans.Where(plan => plan.RecordId == recordId).OrderByDescending(plan => plan.Number).ToListAsync(cancellationToken);
        var sent = plans.Select(plan => plan.EventId).OfType<Guid>().ToList();
        var events = await context.Events.AsNoTracking().Where(one => sent.Contains(one.Id) && one.WithdrawnAt == null).ToDictionaryAsync(one => one.Id, cancellationToken);
        return [.. plans.Select(plan => new ReadPlan(plan, plan.EventId is { } id ? events.GetValueOrDefault(id) : null))];
    }

    /// <summary>The text that can be written now; null when there is none.</summary>
    public static PlanVersion? BeingWritten(IReadOnlyList<ReadPlan> plans) => plans is [{ Sent: null } newest, ..] ? newest.Plan : null;

    /// <returns>Only sections with words in them.</returns>
    public async Task<IReadOnlyDictionary<PlanPart, PlanText>> TextsAsync(Guid planId, CancellationToken cancellationToken) =>
        (await context.PlanTexts.AsNoTracking().Where(text => text.PlanId == planId).ToListAsync(cancellationToken)).Where(text => text.Words.Length > 0).ToDictionary(text => text.Part);
}
