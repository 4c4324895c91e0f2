using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Medway.LocalOffer.Web.Health;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can serve families, which takes a database with every migration.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", HealthStatus.Unhealthy, [Ready], TimeSpan.FromSeconds(5));

    /// <summary>One word for machines; below it, for people, what is missing though families do not notice.</summary>
    private static Task SayAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', report.Entries.Where(entry => entry.Value.Description is not null)
            .Select(entry => $"{entry.Key}: {entry.Value.Description}").Prepend(report.Status.ToString())));
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = SayAsync }).AllowAnonymous();
    }
}
