using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Limits;

/// <summary>
/// How often one network may send a form that nobody signs in for. In memory and for each host. A school or a library is one network: allow
/// more than one person would send.
/// </summary>
/// <param name="times">Within <paramref name="window"/>.</param>
/// <param name="window">After it, counting begins anew.</param>
public sealed class NetworkLimit(int times, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> networks = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = window, QueueLimit = 0 }));

    /// <returns>False when it was too often; answer with <c>TooOftenAsync</c> then. <c>Retry-After</c> is set.</returns>
    public bool Allows(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (networks.AttemptAcquire(NetworkOf(http.Connection.RemoteIpAddress)).IsAcquired)
        {
            return true;
        }

        http.Response.Headers.RetryAfter = ((int)window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return false;
    }

    public void Dispose() => networks.Dispose();

    /// <summary>What counts as one network: a household with IPv6 has a whole /64 to try from.</summary>
    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
