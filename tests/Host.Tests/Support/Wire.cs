using System.Net.Sockets;
using System.Text;

namespace Medway.LocalOffer.Host.Tests;

/// <summary>Sends bytes as they are: a well-behaved client would put a bad address right before it leaves.</summary>
internal static class Wire
{
    /// <param name="target">What stands between the method and the version, unescaped.</param>
    /// <returns>The status, and everything that came back.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(Uri site, string target, string method = "GET")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync();
        return (int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), answer);
    }
}
