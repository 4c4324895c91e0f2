using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Medway.LocalOffer.Content.Links;

/// <param name="Problem">In words for staff; null when it answered, or when we cannot know.</param>
/// <param name="MovedTo">Where it moved for good.</param>
internal sealed record LinkAnswer(string? Problem, string? MovedTo = null);

/// <summary>
/// Asks one address whether it is there. Politely: a name that says who asks, the head alone where that will do, no cookies, no more than a few
/// turns. It only ever speaks to public addresses on the usual ports, whatever a name or a redirect says.
/// </summary>
/// <param name="isAllowed">Decides over an address that a name leads to, and its port.</param>
internal sealed class LinkFetcher(Func<IPAddress, int, bool> isAllowed) : IDisposable
{
    private const int MostTurns = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient client = ClientFor(isAllowed);

    /// <summary>What is used on the real internet.</summary>
    public static bool IsPublic(IPAddress address, int port) => port is 80 or 443 && PublicAddress.Is(address);

    public async Task<LinkAnswer> AskAsync(string address, CancellationToken cancellationToken)
    {
        if (!IsWeb(address, out var at))
        {
            return new LinkAnswer("This is not a web address");
        }

        string? movedTo = null;
        try
        {
            for (var turn = 0; turn <= MostTurns; turn++)
            {
                using var response = await AskOnceAsync(at, cancellationToken);
                if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                    || response.Headers.Location is not { } location)
                {
                    var problem = ProblemOf(response.StatusCode);
                    return new LinkAnswer(problem, problem is null ? movedTo : null);
                }

                var isForGood = response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.PermanentRedirect;
                if (!Uri.TryCreate(at, location, out var there) || !IsWeb(there.AbsoluteUri, out var next))
                {
                    return new LinkAnswer("It leads to something that is not a web address");
                }

                movedTo = isForGood && (turn == 0 || movedTo is not null) ? next.AbsoluteUri : movedTo;
                at = next;
            }

            return new LinkAnswer("It leads from one address to another without an end");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LinkAnswer($"No answer in {Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException failure)
        {
            return new LinkAnswer(WordsOf(failure));
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> AskOnceAsync(Uri at, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Head, at, cancellationToken);

        // Many sites do not know how to answer for the head alone.
        if (response.IsSuccessStatusCode || (int)response.StatusCode is >= 300 and < 400 || response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(HttpMethod.Get, at, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri at, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, at);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static bool IsWeb(string address, out Uri uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0;

    /// <summary>A site that does not want to be asked is not broken: people reach it all the same.</summary>
    private static string? ProblemOf(HttpStatusCode status) => (int)status switch
    {
        < 400 or 401 or 403 or 405 or 406 or 429 or 451 or 999 => null,
        404 or 410 => "The page is not there any more",
        >= 500 => $"The site has a fault ({(int)status})",
        _ => $"The site says no ({(int)status})",
    };

    private static string WordsOf(HttpRequestException failure) => failure switch
    {
        { InnerException: NotPublicException } => "It leads into a private network, so it was not tried",
        { HttpRequestError: HttpRequestError.NameResolutionError } => "There is no site with this name",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "The site's certificate is not right",
        _ => "The site cannot be reached",
    };

    private static HttpClient ClientFor(Func<IPAddress, int, bool> isAllowed)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectTimeout = Patience,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, isAllowed, cancellationToken),
        })
        { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MedwayLocalOffer-LinkCheck", "1.0"));
        return client;
    }

    /// <summary>Looks the name up once and connects to just what it looked at: a name cannot lead elsewhere in between.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, Func<IPAddress, int, bool> isAllowed, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(address => isAllowed(address, end.Port)))
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotPublicException() : IOException("The name leads to an address that is not public.");
}
