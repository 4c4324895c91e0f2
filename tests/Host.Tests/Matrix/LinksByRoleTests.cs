using System.Net;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;

namespace Medway.LocalOffer.Host.Tests.Matrix;

/// <summary>What a page or the menu offers somebody, they may open: no link behind a sign-in leads its reader to a refusal.</summary>
[Proves("accounts")]
public sealed partial class LinksByRoleTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    [Long]
    public async Task Links_OfEveryPage_LeadNobodyToARefusal()
    {
        await SampleRecords.AddAsync(app);
        var table = EndpointTable.Read();
        var pages = (await LiveEndpoint.OfAsync(app)).Where(endpoint => endpoint is { Method: "GET", IsPage: true, Address: not null } && IsInside(endpoint.Route)).ToList();
        List<string> refused = [];
        var followed = 0;
        foreach (var role in Roles.OfStaff.Append(Roles.Provider))
        {
            using var client = await app.SignInAsAsync(role);
            Dictionary<string, string> links = [];
            foreach (var page in pages.Where(page => May(table, page, role)))
            {
                foreach (var link in LinksIn(await client.GetStringOrEmptyAsync(page.Address!)))
                {
                    links.TryAdd(link, page.Route);
                }
            }

            followed += links.Count;
            foreach (var (link, from) in links)
            {
                using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.Forbidden)
                {
                    refused.Add($"{role}: {from} leads to {link}");
                }
            }
        }

        refused.ShouldBeEmpty();
        followed.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void LinksIn_FindsWhatLeadsInside_OnceAndWithoutItsAnchor() => LinksIn(
        """<a class="link" href="/staff/jobs?state=failed#said">a</a><a href="/staff/jobs?state=failed">b</a><a href="/search">c</a><a href="/staff/sign-in/out">d</a><a href="/provider">e</a>""")
        .ShouldBe(["/staff/jobs?state=failed", "/provider"]);

    private static IEnumerable<string> LinksIn(string body) => Href().Matches(body).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
        .Where(link => IsInside(link.Split('?')[0])).Distinct();

    private static bool IsInside(string path) =>
        new[] { "/staff", "/provider" }.Any(door => path == door || (path.StartsWith(door + "/", StringComparison.Ordinal) && !path.StartsWith(door + "/sign-in", StringComparison.Ordinal)));

    private static bool May(IReadOnlyDictionary<(string Method, string Route), IReadOnlyList<string>> table, LiveEndpoint page, string role) =>
        table.TryGetValue((page.Method, page.Route), out var who) && (who.Contains(role) || (who.Contains(EndpointTable.AllStaff) && Roles.OfStaff.Contains(role)));

    [GeneratedRegex("""<a\b[^>]*\shref="([^"]+)""")]
    private static partial Regex Href();
}

internal static class Reading
{
    /// <summary>What a page says, or nothing when this reader's records are others.</summary>
    public static async Task<string> GetStringOrEmptyAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "";
    }
}
