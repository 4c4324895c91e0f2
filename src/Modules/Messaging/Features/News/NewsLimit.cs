using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Features.News;

/// <summary>How often one network may ask for news: the form sends e-mails to whoever is typed.</summary>
internal static class NewsLimit
{
    public const string Policy = "messaging.news";

    public static void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options => options.AddPolicy(Policy, http =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue("Messaging:NewsAsksPerNetwork", 20), Window = TimeSpan.FromHours(1) })
            : RateLimitPartition.GetNoLimiter("")));
}
