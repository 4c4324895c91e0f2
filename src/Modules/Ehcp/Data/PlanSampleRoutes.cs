using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>A record with a text of its plan, and a child who is not taught at a school.</summary>
internal sealed class PlanSampleRoutes(EhcpDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> routes = [];
        if (await context.Records.OrderBy(record => record.Id).Select(record => (Guid?)record.Id).FirstOrDefaultAsync(cancellationToken) is { } any)
        {
            foreach (var page in new[] { "/setting", "/appointments" })
            {
                routes[$"staff/ehcp/records/{{id}}{page}"] = new Dictionary<string, string> { ["id"] = $"{any}" };
            }
        }

        if (await context.Plans.OrderByDescending(plan => plan.EventId == null).ThenBy(plan => plan.Id).Select(plan => new { plan.Id, plan.RecordId }).FirstOrDefaultAsync(cancellationToken) is { } plan)
        {
            Dictionary<string, string> ids = new() { ["id"] = $"{plan.RecordId}", ["part"] = $"{PlanPart.A}", ["planId"] = $"{plan.Id}" };
            foreach (var page in new[] { "", "/sections/{part}", "/send", "/help/new" })
            {
                routes[$"staff/ehcp/records/{{id}}/plan{page}"] = ids;
            }

            foreach (var page in new[] { "", "/answer" })
            {
                routes[$"my/documents/ehc-plan/{{planId}}{page}"] = ids;
            }
        }

        if (await context.SettingStatuses.Where(status => status.WithdrawnAt == null && status.HealthToldOn == null && status.Kind != SettingKind.School).OrderBy(status => status.Id)
            .Select(status => new { status.Id, status.RecordId }).FirstOrDefaultAsync(cancellationToken) is { } untold)
        {
            routes["staff/ehcp/records/{id}/setting/{statusId}/health"] = new Dictionary<string, string> { ["id"] = $"{untold.RecordId}", ["statusId"] = $"{untold.Id}" };
        }

        return routes;
    }
}
