using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Medway.LocalOffer.Web;

/// <summary>
/// Whom the site believes when it says for whom it asks and over what (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>). Nobody, unless the
/// installation names its proxies: otherwise anybody could write another address into a header and slip past every limit by network.
/// </summary>
internal static class KnownProxies
{
    /// <summary>Addresses and networks, <c>;</c> between, for example <c>127.0.0.1; 10.1.0.0/16</c>.</summary>
    public const string Setting = "Proxies:Known";

    /// <summary>How many proxies stand one behind the other, from the site outwards.</summary>
    public const string CountSetting = "Proxies:InARow";

    /// <exception cref="InvalidOperationException">An entry is no address and no network: better no start than a limit that counts the wrong thing.</exception>
    public static void AddKnownProxies(this IHostApplicationBuilder builder)
    {
        var named = Named(builder.Configuration);
        var networks = named.Select(Network).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = builder.Configuration.GetValue(CountSetting, 1);
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Without a known proxy the headers are not even read: a list that is empty would mean that everybody is believed.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (Named(app.Configuration).Length > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    private static string[] Named(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new InvalidOperationException($"{Setting} holds '{text}', which is no address and no network. Write for example 127.0.0.1; 10.1.0.0/16");
}
