using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>A record, and something on it that can be taken back.</summary>
internal sealed class EhcpSampleRoutes(EhcpDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var sample = await context.Events.Where(one => one.Kind != EventKind.RequestReceived && one.WithdrawnAt == null).OrderBy(one => one.Id)
            .Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken);
        if (sample is null)
        {
            return new Dictionary<string, IReadOnlyDictionary<string, string>>();
        }

        var waiting = await context.Touchpoints.Where(one => one.State == TouchpointState.Waiting && one.Code != TouchpointKind.QuestionAnswered).OrderBy(one => one.Id).Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken);
        var asked = await context.Questions.Where(one => one.AnsweredAt == null).OrderBy(one => one.Id).Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken);
        Dictionary<string, string> ids = new() { ["id"] = $"{sample.RecordId}", ["eventId"] = $"{sample.Id}" };
        var routes = new[] { "", "/pathway", "/screening/new", "/way-forward/new", "/calls/new", "/officer", "/facts", "/events/new", "/events/{eventId}/take-back" }
            .ToDictionary(page => $"staff/ehcp/records/{{id}}{page}", IReadOnlyDictionary<string, string> (_) => ids);
        await AddPanelAsync(routes, cancellationToken);
        await AddAdviceAsync(routes, cancellationToken);
        if (waiting is not null)
        {
            routes["staff/ehcp/records/{id}/touchpoints/{touchpointId}"] = new Dictionary<string, string> { ["id"] = $"{waiting.RecordId}", ["touchpointId"] = $"{waiting.Id}" };
        }

        if (await context.Touchpoints.Where(FamilyAnswer.IsAskedAfter).OrderBy(one => one.Id).Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken) is { } told)
        {
            routes["staff/ehcp/records/{id}/touchpoints/{touchpointId}/answer"] = new Dictionary<string, string> { ["id"] = $"{told.RecordId}", ["touchpointId"] = $"{told.Id}" };
        }

        if (asked is not null)
        {
            routes["staff/ehcp/records/{id}/questions/{questionId}"] = new Dictionary<string, string> { ["id"] = $"{asked.RecordId}", ["questionId"] = $"{asked.Id}" };
        }

        if (await context.Events.Where(one => one.Kind == EventKind.ReviewMeetingHeld && one.WithdrawnAt == null).OrderBy(one => one.Id)
            .Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken) is { } review)
        {
            routes["staff/ehcp/records/{id}/reviews/{eventId}"] = new Dictionary<string, string> { ["id"] = $"{review.RecordId}", ["eventId"] = $"{review.Id}" };
        }

        return routes;
    }

    private async Task AddPanelAsync(Dictionary<string, IReadOnlyDictionary<string, string>> routes, CancellationToken cancellationToken)
    {
        if (await context.PanelItems.OrderBy(item => item.Outcome == null ? 0 : 1).ThenBy(item => item.Id).Select(item => new { item.Id, item.PanelId }).FirstOrDefaultAsync(cancellationToken) is { } waiting)
        {
            foreach (var page in new[] { "", "/attendance", "/requests/new", "/requests/{itemId}/decide" })
            {
                routes[$"staff/ehcp/panels/{{id}}{page}"] = new Dictionary<string, string> { ["id"] = $"{waiting.PanelId}", ["itemId"] = $"{waiting.Id}" };
            }
        }
    }

    private async Task AddAdviceAsync(Dictionary<string, IReadOnlyDictionary<string, string>> routes, CancellationToken cancellationToken)
    {
        if (await context.Events.Where(one => one.Kind == EventKind.AdviceRequested && one.WithdrawnAt == null).OrderBy(one => one.Id)
            .Select(one => new { one.Id, one.RecordId }).FirstOrDefaultAsync(cancellationToken) is { } asked)
        {
            Dictionary<string, string> ids = new() { ["id"] = $"{asked.RecordId}", ["eventId"] = $"{asked.Id}" };
            foreach (var route in new[] { "staff/ehcp/records/{id}/advice/{eventId}/chase", "staff/ehcp/records/{id}/advice/{eventId}/adviser", "staff/ehcp/my-advice/{eventId}" })
            {
                routes[route] = ids;
            }
        }
    }
}
