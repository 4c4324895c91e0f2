using System.Net;
using System.Threading.RateLimiting;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>
/// How often one network may try, and how often it may try one name. Names that do not exist are limited like those that do, so the
/// answer tells nothing; a stranger's tries from elsewhere do not slow a colleague down. In memory and for each host: what must hold across hosts is the count on the account (<see cref="PasswordTries"/>).
/// </summary>
internal sealed class SignInLimits(IKeyedDigests digests, IConfiguration configuration) : IDisposable
{
    public const string Policy = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> names = PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetFixedWindowLimiter(name, _ => Options(configuration.GetValue("SignIn:TriesPerName", 20))));

    /// <summary>The limiter keeps a digest: a list of names that were tried must not lie in memory.</summary>
    public bool Allows(string name, IPAddress? from) => names.AttemptAcquire(Convert.ToHexString(digests.Of(
        "sign-in-name", System.Text.Encoding.UTF8.GetBytes($"{NetworkLimit.NetworkOf(from)} {name.ToUpperInvariant()}")))).IsAcquired;

    public void Dispose() => names.Dispose();

    /// <summary>For endpoints that carry <see cref="Policy"/>; looking at the page costs nothing.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                NetworkLimit.NetworkOf(http.Connection.RemoteIpAddress), _ => Options(configuration.GetValue("SignIn:TriesPerNetwork", 60)))
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static FixedWindowRateLimiterOptions Options(int tries) => new() { PermitLimit = tries, Window = Window, QueueLimit = 0 };
}
