using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Whether young people direct the Local Offer (improvement plan, action 4.2). Counts of rounds, so nothing points at anybody.</summary>
internal sealed class PanelKpis(CoDesignDbContext context, TimeProvider clock) : IKpiSource
{
    public const string Published = "codesign.rounds-published";
    public const string InTime = "codesign.answered-in-time";

    public IReadOnlyList<Kpi> Kpis =>
    [
        new(Published, "Rounds of the young people's panel with what was said and done published", "Rounds published in the period", null),
        new(InTime, "Rounds of the young people's panel that were answered by the promised day", "Of these, rounds published by that day", "Rounds whose promised day fell in the period"),
    ];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (code == Published)
        {
            return await context.Rounds.AnyAsync(cancellationToken)
                ? new KpiValue(code, period, await context.Rounds.CountAsync(round => round.PublishedOn >= period.From && round.PublishedOn <= period.Until, cancellationToken), null, now, IsSuppressed: false)
                : null;
        }

        if (code != InTime)
        {
            return null;
        }

        var promised = context.Rounds.Where(round => round.ReplyOn >= period.From && round.ReplyOn <= period.Until && round.ClosedAt != null);
        var (all, kept) = (await promised.CountAsync(cancellationToken), await promised.CountAsync(round => round.PublishedOn <= round.ReplyOn, cancellationToken));
        return all == 0 ? null : new KpiValue(code, period, kept, all, now, IsSuppressed: false);
    }
}
