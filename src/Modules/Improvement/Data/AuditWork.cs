using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>Samples that wait, and what agencies have not reported, in My work; and one of each to open for the crawls of tests.</summary>
internal sealed class AuditWork(ImprovementDbContext context, AgencyReader agencies, TimeProvider clock) : IWorkItems, ISampleRoutes
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<WorkItem> items = [];
        var today = clock.Today();
        if (actor.May(AuditPermissions.Keep))
        {
            var until = KpiPeriods.Ended(KpiFrequency.TwoMonths, today, 1).First().Until;
            if (!await context.AuditDraws.AnyAsync(draw => draw.Kind == AuditKind.Journeys && draw.Until == until, cancellationToken))
            {
                items.Add(new WorkItem("Audits of quality", "The journeys of the last two months are not drawn", "The plan promises four every two months.", null, "/staff/improvement/audits", "Draw them"));
            }

            var waiting = await context.AuditItems.CountAsync(item => !context.AuditResults.Any(result => result.ItemId == item.Id), cancellationToken);
            if (waiting > 0)
            {
                items.Add(new WorkItem(
                    "Audits of quality", waiting == 1 ? "1 audit is drawn and not written down" : $"{waiting} audits are drawn and not written down", "Write down what was found, and what agencies have to do.", null,
                    "/staff/improvement/audits", "Open the samples"));
            }
        }

        if (actor.May(AuditPermissions.Report))
        {
            var right = await agencies.RightAsync(cancellationToken);
            var late = await context.AuditFindings.CountAsync(
                finding => finding.DueOn < today && (right.IsForAll || finding.Agency == right.Own) && !context.FindingReports.Any(report => report.FindingId == finding.Id && report.IsDone), cancellationToken);
            if (late > 0)
            {
                items.Add(new WorkItem(
                    "Audits of quality", late == 1 ? "1 agency has not reported back in time" : $"{late} agencies have not reported back in time", "An audit found something that they have to put right.", null,
                    "/staff/improvement/audits", "Open the audits", "i-check"));
            }
        }

        return items;
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var draw = await context.AuditDraws.OrderBy(one => one.At).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var item = await context.AuditItems.OrderBy(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var finding = await context.AuditFindings.OrderBy(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        return new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
        {
            ["staff/improvement/audits/{id}"] = new Dictionary<string, string> { ["id"] = draw.ToString("D") },
            ["staff/improvement/audits/items/{id}"] = new Dictionary<string, string> { ["id"] = item.ToString("D") },
            ["staff/improvement/audits/findings/{id}"] = new Dictionary<string, string> { ["id"] = finding.ToString("D") },
        };
    }
}
