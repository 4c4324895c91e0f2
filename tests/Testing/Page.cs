using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Medway.LocalOffer.Testing;

/// <summary>A page as a browser without JavaScript gets it.</summary>
public sealed class Page(HttpResponseMessage response, string body)
{
    private static readonly HtmlParser Parser = new();

    public HttpResponseMessage Response { get; } = response;

    public HttpStatusCode Status => Response.StatusCode;

    public string Body { get; } = body;

    public IHtmlDocument Html { get; } = Parser.ParseDocument(body);

    /// <summary>What the page says it is about.</summary>
    public string? Heading => Html.QuerySelector("h1")?.TextContent.Trim();

    /// <summary>The words of the main part, with single spaces between.</summary>
    public string MainText => string.Join(' ', (Html.QuerySelector("main") ?? Html.Body ?? Html.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement One(string selector) =>
        Html.QuerySelector(selector) ?? throw new InvalidOperationException($"{Response.RequestMessage?.RequestUri} has no '{selector}'.");

    public IReadOnlyList<IElement> All(string selector) => [.. Html.QuerySelectorAll(selector)];

    public static async Task<Page> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());
}
