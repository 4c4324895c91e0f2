using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A number to open for the crawls of tests.</summary>
internal sealed class KpiSampleRoutes(ImprovementDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var code = await context.Kpis.OrderBy(kpi => kpi.Position).Select(kpi => kpi.Code).FirstOrDefaultAsync(cancellationToken) ?? "K01";
        return new[] { "staff/improvement/kpis/{code}", "staff/improvement/kpis/{code}/define" }
            .ToDictionary(route => route, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["code"] = code }, StringComparer.Ordinal);
    }
}
