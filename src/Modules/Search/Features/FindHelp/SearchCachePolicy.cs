using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.Counting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>
/// Keeps a page of results in this host's memory from the second time on that it is asked for: what only one family ever typed is kept by
/// nobody. The key holds the generation of what a search reads, so that a page made before a change is never handed out after it.
/// </summary>
internal sealed class SearchCachePolicy(
    SearchKnowledge knowledge, PageGeneration pages, SearchTally tally, SearchesOnce once, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>Name for <c>[OutputCache(PolicyName = …)]</c>.</summary>
    public const string Name = "search";

    /// <summary>Longer addresses are nobody's common search.</summary>
    private const int LongestAddress = 300;

    private static readonly string[] Tags = [Notices.Everything, SettingsWriter.NoticeTag, SearchDbContext.Schema];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var query = request.QueryString.Value ?? "";
        var cacheable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0
            && query.Length <= LongestAddress;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable && once.HasSeen(request.Path.Value + query);
        context.AllowLocking = true;

        // As it was written: the framework's own way of telling queries apart sorts the values of the request itself.
        context.CacheVaryByRules.QueryKeys = "";
        context.CacheVaryByRules.VaryByValues["query"] = query;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["generation"] = $"{knowledge.Generation}-{pages.Of(Tags)}";
        context.CacheVaryByRules.VaryByValues["encoding"] = PublicPageCachePolicy.OneEncoding(request);
        foreach (var tag in Tags)
        {
            context.Tags.Add(tag);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        await tally.AskedAgainAsync(context.HttpContext.Request.QueryString.Value ?? "", cancellation);

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        // "Next: Friday" is true until midnight.
        context.ResponseExpirationTimeSpan = UkTime.UntilMidnight(clock.GetUtcNow());
        return ValueTask.CompletedTask;
    }
}
