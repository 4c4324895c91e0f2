using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Errors;

/// <summary>On a real port: what Kestrel refuses and what it lets through to us are both part of the answer.</summary>
public sealed class MalformedRequestTests(PostgresCluster cluster)
{
    private static readonly string[] Targets =
    [
        "/%",
        "/%zz",
        "/%00",
        "/%FF%FE",
        "/%ED%A0%80",
        "/..%2f..%2fetc/passwd",
        "/services/%00",
        "/services/%FF",
        "/services/%C3%28",
        "/services/" + new string('a', 5_000),
        "/organisations/%F0%9F%8E%88",
        "/error/99999999999999999999",
        "/error/-1",
        "/search?",
        "/search?&&&===",
        "/search?q",
        "/search?q=%",
        "/search?q=%zz&near=%E0%A4",
        "/search?q=%00",
        "/search?q=a%00b&near=%00&age=%00&kind=%00&need=%00&cost=%00&page=%00",
        "/search?q=%ED%A0%80",
        "/search?near=%FF%FE&age=%C0%AF",
        "/search?q=a&q=b&near=c&near=d&age=1&age=2&page=1&page=2",
        "/search?q[]=a&q[1]=b",
        "/search?q=" + new string('x', 8_192),
        "/search?kind=" + string.Join("&kind=", Enumerable.Range(0, 1_200)),
        "/search?q=" + string.Concat(Enumerable.Repeat("%F0%9F%8E%88", 500)),
        "/assets/%00.css",
        "/search?q=" + new string('y', 20_000),
        "//example.org/search?q=autism",
    ];

    [Fact]
    [Proves("foundation")]
    public async Task Get_MalformedAddress_IsNeverAServerError()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        var site = app.StartBrowserServer();

        List<string> wrong = [];
        foreach (var target in Targets)
        {
            var (status, answer) = await Wire.SendAsync(site, target);
            if (status is < 200 or >= 500 || answer.Contains("Exception", StringComparison.Ordinal))
            {
                wrong.Add($"{status} {target[..Math.Min(80, target.Length)]}");
            }
        }

        wrong.ShouldBeEmpty();
        (await Wire.SendAsync(site, "/search?q=autism")).Status.ShouldBe(200);
    }

    /// <summary>A link to a saved list is as long as the list: whoever opens one that is far too long gets a page, not a connection that breaks.</summary>
    [Fact]
    [Proves("listings")]
    public async Task Get_ListOfTenThousand_IsAPageThatSaysSo()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        var site = app.StartBrowserServer();

        var (status, answer) = await Wire.SendAsync(site, "/shortlist?s=" + string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"a-service-with-a-long-name-{number}")));

        status.ShouldBe(200);
        answer.ShouldContain("It holds 10,000. A list can hold 50.");
    }

    [Fact]
    public async Task Get_AddressThatLooksLikeAnotherHost_NeverRedirectsThere()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        var site = app.StartBrowserServer();

        foreach (var target in new[] { "//example.org/search?near=ME7%201AB", "/search?near=ME7%201AB&q=//example.org", "/%5Cexample.org" })
        {
            var (_, answer) = await Wire.SendAsync(site, target);

            var location = answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("Location:", StringComparison.OrdinalIgnoreCase));
            (location is null || location.StartsWith("Location: /search?", StringComparison.OrdinalIgnoreCase)).ShouldBeTrue(location);
        }
    }
}
