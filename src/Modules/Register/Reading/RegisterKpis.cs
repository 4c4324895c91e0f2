using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Reading;

/// <summary>How fresh the register is (back-office Appendix D), for the partnership.</summary>
internal sealed class RegisterKpis(RegisterReader reader, TimeProvider clock) : IKpiSource
{
    public const string Fresh = "register.confirmed-in-12-months";

    public IReadOnlyList<Kpi> Kpis => [new(Fresh, "Entries that somebody confirmed in the last 12 months", "Entries confirmed, or new, in the 12 months before the end of the period", "Entries on the register at the end of the period")];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        if (code != Fresh)
        {
            return null;
        }

        var since = period.Until.AddMonths(-YearlyCheck.Months);
        var entries = await reader.For(PublicTask.PlanServices).Where(entry => entry.LiveOn <= period.Until)
            .Select(entry => entry.ConfirmedOn ?? entry.LiveOn).ToListAsync(cancellationToken);
        var fresh = entries.Count(day => day > since);
        return entries.Count == 0
            ? null
            : new KpiValue(code, period, fresh, entries.Count, clock.GetUtcNow(), SmallNumbers.Usual.Percent(fresh, entries.Count) is null);
    }
}
