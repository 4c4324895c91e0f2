using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.OpenReferral;

/// <summary>Asks the feed as a harvester does: no cookie, no key.</summary>
internal static class FeedJson
{
    public static async Task<(HttpResponseMessage Response, JsonNode? Body)> FeedAsync(this App app, string path, params (string Name, string Value)[] headers)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/openreferral" + path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public static async Task<JsonNode> ReadAsync(this App app, string path)
    {
        var (response, body) = await app.FeedAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return body!;
    }

    /// <summary>Every item of a list, page after page, with the page's own numbers checked on the way.</summary>
    public static async Task<List<JsonNode>> WalkAsync(this App app, string list, int perPage)
    {
        List<JsonNode> items = [];
        for (var page = 1; ; page++)
        {
            var body = await app.ReadAsync($"{list}?page={page}&per_page={perPage}");
            var contents = body["contents"]!.AsArray();
            var pages = (int)body["total_pages"]!;
            ((int)body["page_number"]!).ShouldBe(page);
            ((int)body["size"]!).ShouldBe(contents.Count);
            ((bool)body["first_page"]!).ShouldBe(page == 1);
            ((bool)body["last_page"]!).ShouldBe(page == pages);
            ((bool)body["empty"]!).ShouldBe(contents.Count == 0);
            items.AddRange(contents.Select(item => item!));
            if (page >= pages)
            {
                items.Count.ShouldBe((int)body["total_items"]!);
                return items;
            }
        }
    }

    public static string Id(this JsonNode node) => (string)node["id"]!;

    /// <summary>Paths at which a null stands.</summary>
    public static IEnumerable<string> Nulls(JsonNode? node, string path = "") => node switch
    {
        null => [path],
        JsonObject fields => fields.SelectMany(field => Nulls(field.Value, $"{path}.{field.Key}")),
        JsonArray items => items.SelectMany((item, index) => Nulls(item, $"{path}[{index}]")),
        JsonValue value => value.GetValueKind() == JsonValueKind.Null ? [path] : [],
        _ => [],
    };
}
