using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests;

internal static class Requests
{
    /// <summary>Sends anything that is not a plain GET, as a visitor without a history.</summary>
    public static async Task<Page> SendAsync(this App app, string method, string address, HttpContent? content = null)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = content };
        return await Page.ReadAsync(await client.SendAsync(request));
    }
}
