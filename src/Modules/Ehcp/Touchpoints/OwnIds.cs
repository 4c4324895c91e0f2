using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Under which ids somebody was told or asked something: two rows of People may have turned out to be one person since.</summary>
internal sealed class OwnIds(EhcpDbContext context, IPeople people)
{
    /// <param name="records">That the person may see.</param>
    public async Task<IReadOnlyList<Guid>> OfAsync(Guid personId, IReadOnlyList<Guid> records, CancellationToken cancellationToken)
    {
        var ids = await context.Touchpoints.Where(one => records.Contains(one.RecordId)).Select(one => one.PersonId)
            .Union(context.Questions.Where(one => records.Contains(one.RecordId)).Select(one => one.PersonId))
            .Union(context.PlanAnswers.Where(one => context.Plans.Any(plan => plan.Id == one.PlanId && records.Contains(plan.RecordId))).Select(one => one.PersonId)).ToListAsync(cancellationToken);
        var known = await people.FindAsync(ids, cancellationToken);
        return [personId, .. ids.Where(id => id != personId && known.TryGetValue(id, out var person) && person.Id == personId)];
    }
}
