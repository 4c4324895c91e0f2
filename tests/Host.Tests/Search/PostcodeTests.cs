using System.Net;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Host.Tests.Search;

/// <summary>Where a child lives and what a family looks for stand in no answer and no log.</summary>
[Proves("foundation")]
public sealed class PostcodeTests(LoudApp app) : IClassFixture<LoudApp>
{
    /// <summary>With letters that no hexadecimal and no base-32 id holds: those stand in every line of a log.</summary>
    private const string Inward = "1XY";

    [Theory]
    [InlineData("near=ME7%201XY", "/search?near=ME7")]
    [InlineData("near=ME71XY", "/search?near=ME7")]
    [InlineData("near=me7%201xy", "/search?near=ME7")]
    [InlineData("near=%20me7+1xy%20", "/search?near=ME7")]
    [InlineData("near=Me7-1xY", "/search?near=ME7")]
    [InlineData("near=12%20High%20Street%2C%20ME7%201XY", "/search?near=ME7")]
    [InlineData("near=Gillingham%20ME71XY", "/search?near=ME7")]
    [InlineData("q=football%20ME7%201XY", "/search?q=football&near=ME7")]
    [InlineData("q=me71xy%20football", "/search?q=football&near=ME7")]
    [InlineData("q=ME7%201XY", "/search?near=ME7")]
    [InlineData("q=football%20ME7%20%201XY", "/search?q=football&near=ME7")]
    [InlineData("q=football%20ME7.1XY", "/search?q=football&near=ME7")]
    [InlineData("q=ME7%20ME7%201XY%201XY", "/search?near=ME7")]
    [InlineData("q=football&kind=ME7%201XY", "/search?q=football")]
    [InlineData("q=football&q=ME7%201XY", "/search?q=football")]
    [InlineData("q=football&age=ME7%201XY&need=autism", "/search?q=football&need=autism")]
    [InlineData("q=football&anything=ME7%201XY", "/search?q=football")]
    [InlineData("q=football%20ME7%201XY&near=ME4", "/search?q=football&near=ME4")]
    [InlineData("q=club&near=ME7%201XY&age=8&kind=activity&kind=advice&need=autism&cost=free&cost=paid&page=2",
        "/search?q=club&near=ME7&age=8&kind=activity&kind=advice&need=autism&cost=free&cost=paid&page=2")]
    [InlineData("near=ME7%201XY&age=eight&kind=nonsense", "/search?near=ME7&age=eight&kind=nonsense")]
    public async Task Get_WholePostcode_LeadsToItsFirstPartAndKeepsTheRest(string asked, string elsewhere)
    {
        var page = await app.GetAsync("/search?" + asked);

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        page.Response.Headers.Location!.OriginalString.ShouldBe(elsewhere);
        page.Response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Body.ShouldNotContain(Inward, Case.Insensitive);
        foreach (var value in page.Response.Headers.Concat(page.Response.Content.Headers).SelectMany(header => header.Value))
        {
            value.ShouldNotContain(Inward, Case.Insensitive);
        }

        (await app.GetAsync(elsewhere)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_SearchWithAPostcode_LeavesNothingOfTheFamilyInTheLog()
    {
        // Words that no code of ours holds, so that finding them in a line means that what was typed was logged.
        using var content = new StringContent("near=ME71XY");
        await app.GetAsync("/search?q=trampolinkwort%20ME7%201XY&near=ME8%201XY&age=8");
        await app.GetAsync("/search?q=trampolinkwort&near=ME7&need=epilepsy_complex_health");
        await app.GetAsync("/search?q=trampolinkwort%20autsim&near=nowhereland");
        await app.SendAsync("POST", "/search?q=trampolinkwort", content);

        var lines = app.Log.Lines;

        // Positive control: our own pipeline and the framework were both heard.
        lines.ShouldContain(line => line.Contains("FindServices ended Ok", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        foreach (var secret in new[] { "trampolinkwort", "nowhereland", Inward, "epilepsy_complex_health" })
        {
            lines.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(secret);
        }
    }

    [Fact]
    public async Task Get_SearchThatBreaks_LeavesNothingOfTheFamilyInTheLog()
    {
        await using var broken = new LoudApp(app.Cluster);
        await broken.InitializeAsync();
        await broken.GetAsync("/search?q=first");
        await app.Cluster.DropAsync(broken.ConnectionString!);

        var page = await broken.GetAsync("/search?q=trampolinkwort&near=nowhereland");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        broken.Log.Lines.ShouldContain(line => line.StartsWith("Error", StringComparison.Ordinal));
        broken.Log.Lines.Where(line => line.Contains("trampolinkwort", StringComparison.Ordinal) || line.Contains("nowhereland", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}

/// <summary>A host whose operator turned the log up: our own lines all of them, everybody else's from Information.</summary>
public sealed class LoudApp : App
{
    public LoudApp(PostgresCluster cluster)
        : base(cluster)
    {
        Cluster = cluster;
        Settings["Logging:LogLevel:Default"] = "Information";
        Settings["Logging:LogLevel:Microsoft.AspNetCore"] = "Information";
        Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information";
        Settings["Logging:LogLevel:Npgsql"] = "Information";
        Settings["Logging:LogLevel:Medway.LocalOffer"] = "Trace";
    }

    public PostgresCluster Cluster { get; }

    public HeardLog Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }
}
