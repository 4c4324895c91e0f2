using System.Globalization;
using System.Xml.Linq;
using MediatR;
using Medway.LocalOffer.Content.Features.ListNews;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Content.Features.Found;

/// <summary>What search engines and news readers ask for.</summary>
internal static class FoundEndpoints
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapFound(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sitemap.xml", SitemapIndexAsync).AllowAnonymous();
        endpoints.MapGet("/sitemap/{kind}.xml", SitemapAsync).AllowAnonymous();
        endpoints.MapGet("/news/feed.xml", NewsFeedAsync).AllowAnonymous();

        // Searches have no end, and what they find is in the sitemap. A copy that is not the real site wants no readers.
        endpoints.MapGet("/robots.txt", (HttpContext http, Settings settings, IHostEnvironment environment) => Results.Text(
            environment.IsProduction()
                ? $"User-agent: *\nDisallow: /search?\nSitemap: {Base(http, settings)}/sitemap.xml\n"
                : "User-agent: *\nDisallow: /\n")).AllowAnonymous();
    }

    private static async Task<IResult> SitemapIndexAsync(HttpContext http, IMediator mediator, Settings settings, CancellationToken cancellationToken)
    {
        var kinds = (await mediator.Send(new ListFoundKinds(), cancellationToken)).Value;
        return Xml(new XElement(Sitemap + "sitemapindex", kinds.Select(kind => new XElement(
            Sitemap + "sitemap", new XElement(Sitemap + "loc", $"{Base(http, settings)}/sitemap/{kind}.xml")))));
    }

    private static async Task<IResult> SitemapAsync(string kind, HttpContext http, IMediator mediator, Settings settings, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new ListFound(kind), cancellationToken);
        return !found.IsOk ? Results.NotFound() : Xml(new XElement(Sitemap + "urlset", found.Value.Select(page => new XElement(
            Sitemap + "url",
            new XElement(Sitemap + "loc", Base(http, settings) + page.Url),
            page.ChangedOn is { } on ? new XElement(Sitemap + "lastmod", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null))));
    }

    private static async Task<IResult> NewsFeedAsync(HttpContext http, IMediator mediator, Settings settings, CancellationToken cancellationToken)
    {
        var home = Base(http, settings);
        var news = (await mediator.Send(new ListNews.ListNews(), cancellationToken)).Value;
        return Results.Text(Write(new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XElement(
                "channel",
                new XElement("title", "Medway Local Offer: news"),
                new XElement("link", home + "/news"),
                new XElement("description", "What is new for children and young people with special educational needs or disabilities in Medway."),
                new XElement("language", "en-gb"),
                news.Select(item => new XElement(
                    "item",
                    new XElement("title", item.Title),
                    new XElement("link", home + item.Href),
                    new XElement("guid", home + item.Href),
                    new XElement("description", item.Summary),
                    new XElement("pubDate", item.PublishedAt.ToString("R", CultureInfo.InvariantCulture))))))), "application/rss+xml; charset=utf-8");
    }

    /// <summary>The address that the council gave the site, or else the one it was asked under; never kept in a cache.</summary>
    private static string Base(HttpContext http, Settings settings) =>
        settings.Get(SiteSettings.Address) is { Length: > 0 } address ? address.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";

    private static IResult Xml(XElement root) => Results.Text(Write(root), "application/xml; charset=utf-8");

    private static string Write(XElement root) => $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{root}""";
}
