using System.Net;
using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Evidence;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>A page of this site as evidence: word for word as families read it that day, whatever becomes of the page.</summary>
[Proves("improvement")]
public sealed class KeptPageTests(App app) : IClassFixture<App>
{
    private const string Path = "/about/the-local-offer";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_Kept_IsReadWordForWord_ByItsDigest_AndCountsAsEvidence()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        var at = (await office.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == "4.2").GetAttribute("href")!;
        var add = await office.PageAsync((await office.PageAsync(at)).One("a[href$='/evidence/new']").GetAttribute("href")!);
        var form = await office.PageAsync(add.One("a[href$='/evidence/page']").GetAttribute("href")!);
        (await guest.PageAsync($"{at}/evidence/page")).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await form.SubmitAsync(office, "main form", Claim(Path))).Status.ShouldBe(HttpStatusCode.Redirect);

        var part = await guest.PageAsync(at);
        part.One("section[aria-labelledby=evidence] li").TextContent.ShouldContain($"what the page {Path} said");
        var link = part.One("a[href^='/staff/improvement/evidence/']");
        link.TextContent.ShouldBe("The page names everybody");
        var content = await guest.GetByteArrayAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), Now);
        var text = Encoding.UTF8.GetString(content);
        text.ShouldStartWith($"What the Local Offer is\nAddress: {Path}\nVersion: ");
        var page = await app.GetAsync(Path);
        text.ShouldContain(page.All("main p").Select(one => OneSpace(one.TextContent)).First(one => one.StartsWith("The Local Offer is a legal duty.", StringComparison.Ordinal)));
        text.ShouldContain("\nWhat must be here\n");
        text.ShouldNotContain('<');
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var evidence = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Evidence.SingleAsync(one => one.Page == Path, Now);
        evidence.Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        var facts = (await scope.ServiceProvider.GetRequiredService<PartReader>().ReadAsync(evidence.PartId, Now)).Single().Facts;
        facts.HasEvidenceInDate.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "Write the address of the page")]
    [InlineData("/no-such-page", "Families cannot read a page of this site at this address")]
    [InlineData("https://example.org/about", "Families cannot read a page of this site at this address")]
    [InlineData("../../etc/passwd", "Families cannot read a page of this site at this address")]
    public async Task Address_OfNoPageOfOurs_IsExplained_AndWhatWasTypedStays(string address, string said)
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var at = (await office.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == "6.1a").GetAttribute("href")!;
        var form = await office.PageAsync($"{at}/evidence/page");

        var refused = await form.SubmitAsync(office, "main form", Claim(address));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain(said);
        refused.One("input[name=Claim]").GetAttribute("value").ShouldBe("The page names everybody");
        (refused.One("input[name=Address]").GetAttribute("value") ?? "").ShouldBe(address);
        (await office.PageAsync(at)).All("a[href^='/staff/improvement/evidence/']").ShouldBeEmpty();
    }

    [Fact]
    public void Snapshot_IsLinesOfWords_WithWhereTheLinksLead()
    {
        const string Html = "<h2 id=\"a\">Who\n helps</h2><p>Call <b>us</b> <i data-icon=\"i-phone\"></i>&amp; <a href=\"/ask\">ask</a>.</p><ul><li>One</li><li>Two <a href=\"#a\">up</a></li></ul><table><tr><th>Day</th><td>9 to 5</td></tr></table>";
        var page = new PinnedPage(Guid.Empty, Guid.Empty, "/help", "Help", "somebody", [new("a", "Who helps", Html)]);

        var text = Encoding.UTF8.GetString(PageSnapshot.Write(page, new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero)));

        text.ShouldBe("Help\nAddress: /help\nVersion: 00000000-0000-0000-0000-000000000000\nKept: 1 Jul 2026, 10:00\n\nWho helps\nCall us & ask (/ask).\nOne\nTwo up\nDay\n9 to 5\n");
    }

    private (string, string?)[] Claim(string address)
    {
        var review = app.Clock.Today().AddMonths(3);
        return [("Address", address), ("Claim", "The page names everybody"), ("ReviewOn.Day", $"{review.Day}"), ("ReviewOn.Month", $"{review.Month}"), ("ReviewOn.Year", $"{review.Year}")];
    }

    private static string OneSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
