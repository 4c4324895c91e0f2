using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadPlan;

/// <summary>Each plan that was sent, on the page of documents, the newest first.</summary>
internal sealed class PlanCards(EhcpDbContext context, Viewers viewers, PlanReader plans) : IMyCards
{
    private const int First = 100;

    public async Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person || !actor.May(EhcpPermissions.OwnPlans))
        {
            return [];
        }

        List<MyCard> cards = [];
        foreach (var id in await viewers.RecordsForAsync(person, cancellationToken))
        {
            var reference = await context.Records.Where(record => record.Id == id).Select(record => record.Reference).SingleAsync(cancellationToken);
            cards.AddRange((await plans.OfAsync(id, cancellationToken)).Where(plan => plan.Sent is not null).Select((plan, place) => new MyCard(
                MyPage.Documents, $"{PlanWords.Of(plan.Sent!.Kind)}, {plan.Sent.HappenedOn.Long()}", $"EHC plan {reference}.", $"/my/documents/ehc-plan/{plan.Plan.Id}", First + place)));
        }

        return cards;
    }
}
