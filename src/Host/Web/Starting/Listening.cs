using System.Globalization;

namespace Medway.LocalOffer.Web;

internal static class Listening
{
    private const int DefaultPort = 5080;

    /// <summary>Loopback only, by name: a passkey needs a name. <c>PORT</c> or <c>ASPNETCORE_URLS</c> say otherwise.</summary>
    public static void ListenOnLoopback(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["PORT"] is { Length: > 0 } given)
        {
            if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65_535)
            {
                throw new InvalidOperationException($"PORT is '{given}'. Give a number from 1 to 65535, for example PORT=5080.");
            }

            builder.WebHost.UseUrls($"http://localhost:{port}");
        }
        else if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls($"http://localhost:{DefaultPort}");
        }
    }

    public static void SayWhereItListens(this WebApplication app)
    {
        foreach (var url in app.Urls.Distinct())
        {
            Console.WriteLine($"Listening on {url}");
        }
    }
}
