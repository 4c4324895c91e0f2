using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Medway.LocalOffer.Platform.Web.Caching;

/// <summary>
/// Keeps an anonymous page until something on it is published or the date in London changes, whichever is first. Such a page holds nothing
/// of its visitor. The query string is left out of the key: these pages do not read it.
/// </summary>
public sealed class PublicPageCachePolicy(PageGeneration generation, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>Name for <c>[OutputCache(PolicyName = …)]</c>.</summary>
    public const string Name = "public-page";

    /// <summary>Every page prints settings: who runs the site and whom to call.</summary>
    private static readonly string[] EveryPage = [Platform.Notices.Notices.Everything, SettingsWriter.NoticeTag];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["encoding"] = OneEncoding(request);
        foreach (var tag in EveryPage)
        {
            context.Tags.Add(tag);
        }

        // The attribute adds the page's own tags after this policy has run, so they are read from it.
        var own = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.Tags ?? [];
        context.CacheVaryByRules.VaryByValues["generation"] = generation.Of([.. EveryPage, .. own]);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        context.ResponseExpirationTimeSpan = UkTime.UntilMidnight(clock.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// For the key of a cached page. The compressor then reads what the key says, so that the two cannot differ and nobody is handed a copy
    /// that he did not ask for.
    /// </summary>
    public static string OneEncoding(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var encoding = EncodingOf(request.Headers.AcceptEncoding);
        request.Headers.AcceptEncoding = encoding;
        return encoding;
    }

    /// <summary>Three copies of a page at most, whatever a visitor writes in the header.</summary>
    private static string EncodingOf(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. accepted.OfType<string>()], out var wanted))
        {
            return "identity";
        }

        return Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : "identity";

        bool Accepts(string encoding) => wanted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
    }
}
