using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>How often one network may tell us something: a whole school shares one, so generous. Looking at the page costs nothing.</summary>
internal static class FeedbackLimits
{
    public const string Policy = "feedback";

    private const int UsualPerNetwork = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options => options.AddPolicy(
        Policy, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "none",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue("Feedback:PerNetwork", UsualPerNetwork), Window = Window, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter("")));
}
