using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>How many codes one network may ask for. A library or a school is one network, so it is more than one person may have.</summary>
internal sealed class FamilyLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> networks = PartitionedRateLimiter.Create<string, string>(
        network => RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = configuration.GetValue("SignIn:CodesPerNetwork", 20),
            Window = Window,
            QueueLimit = 0,
        }));

    public bool Allows(HttpContext http)
    {
        if (networks.AttemptAcquire(SignInLimits.Network(http.Connection.RemoteIpAddress)).IsAcquired)
        {
            return true;
        }

        http.Response.Headers.RetryAfter = "3600";
        return false;
    }

    public void Dispose() => networks.Dispose();
}
