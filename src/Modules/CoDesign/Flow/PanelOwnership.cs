using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Rounds that somebody leads or moderates and that are not over.</summary>
internal sealed class PanelOwnership(CoDesignDbContext context, AuditTrail audit) : IOwnership
{
    public async Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var count = await Of(accountId).CountAsync(cancellationToken);
        return count == 0 ? [] : [new Owned("rounds of the young people's panel", count)];
    }

    public async Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
    {
        foreach (var round in await Of(fromAccountId).ToListAsync(cancellationToken))
        {
            round.LeadId = round.LeadId == fromAccountId ? toAccountId : round.LeadId;
            round.ModeratorId = round.ModeratorId == fromAccountId ? toAccountId : round.ModeratorId;
            audit.Record(context, CoDesignAudit.RoundSaved, CoDesignAudit.Round, round.Id, reason);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Round> Of(Guid accountId) => context.Rounds.Where(round =>
        (round.LeadId == accountId || round.ModeratorId == accountId) && round.State != RoundState.Published && round.State != RoundState.Archived);
}
