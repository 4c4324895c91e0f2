using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>Every point that the law says a Local Offer must answer is answered where the committed list says.</summary>
[Collection(ContentApp.Name)]
[Proves("content")]
public sealed partial class CoverageTests(App app)
{
    private const int FewestWords = 40;

    [Fact]
    public void List_NamesEveryCodeOfTheDuty()
    {
        var codes = Rows().Select(row => row["code"]).ToHashSet();

        codes.ShouldBe(Enumerable.Range(1, 31).Select(number => $"LO{number:00}"), ignoreOrder: true);
    }

    [Fact]
    public async Task Anchors_OfEveryPoint_HoldFortyWordsAndAWayToAct()
    {
        Dictionary<string, Page> pages = [];
        List<string> short_ = [];
        foreach (var row in Rows())
        {
            var path = row["path"];
            var page = pages.TryGetValue(path, out var seen) ? seen : pages[path] = await app.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            var section = Section(page, row["anchor"]);
            var words = Word().Count(string.Join(' ', section.Select(element => element.TextContent)));
            var acts = section.Any(IsWayToAct);
            if (words < FewestWords || !acts)
            {
                short_.Add($"{row["code"]} {path}#{row["anchor"]}: {words} words, {(acts ? "a way to act" : "no way to act")}");
            }
        }

        short_.ShouldBeEmpty();
        pages.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task ReadingAge_OfEveryPageThatComesWithTheProduct_IsElevenAtMost()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ContentDbContext>();
        var texts = scope.ServiceProvider.GetRequiredService<PageTexts>();
        var excused = await context.Documents.Where(document => document.ReadingAgeReason != null).Select(document => document.Id).ToListAsync(TestContext.Current.CancellationToken);
        List<string> hard = [];
        var judged = 0;
        var seeded = await context.Documents.Where(document => document.SeedKey != null).Select(document => document.Id).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var page in await context.Published.AsNoTracking()
            .Where(page => seeded.Contains(page.DocumentId) && (page.Variant == VariantKey.Full || page.Variant == VariantKey.EasyRead)).ToListAsync(TestContext.Current.CancellationToken))
        {
            var age = (await texts.ReadAsync(page.Body, VariantKey.KindOf(page.Variant), TestContext.Current.CancellationToken)).Age;
            judged += age.Words >= PageText.FewestWordsToJudge ? 1 : 0;
            if (age.Words >= PageText.FewestWordsToJudge && age.Years > ReadingAge.OldestReader)
            {
                hard.Add($"{page.Address}: {age.Years:0.0}");
            }
        }

        hard.ShouldBeEmpty();
        judged.ShouldBeGreaterThan(100);
        excused.Intersect(seeded).ShouldBeEmpty("no page that comes with the product asks to be excused");
    }

    [Fact]
    public void Section_StopsAtTheNextHeadingOfItsLevel()
    {
        var page = new Page(new HttpResponseMessage(), "<main><article><h2 id=a>One two</h2><p>three</p><h3>four</h3><p>five</p><h2 id=b>six</h2><p>seven</p></article></main>");

        string.Join(' ', Section(page, "a").Select(element => element.TextContent)).ShouldBe("One two three four five");
    }

    [Fact]
    public async Task Coverage_ShowsEveryPointAndWhereItIsAnswered()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.PageAsync("/staff/content/coverage");

        page.All("tbody tr").Count.ShouldBe(Rows().Count);
        page.MainText.ShouldContain("Each is answered by a live page.");
    }

    [Fact]
    public void WayToAct_IsALinkThatLeadsOn_NotOneToTheMeaningOfAWord()
    {
        var page = new Page(new HttpResponseMessage(), "<main><p id=a>Ask <a class=term href='#word'>them</a></p><p id=b><a href='/ask'>Ask</a></p><p id=c><a href='tel:01634'>Ring</a></p></main>");

        new[] { "a", "b", "c" }.Select(id => IsWayToAct(page.Html.GetElementById(id)!)).ShouldBe([false, true, true]);
    }

    private static bool IsWayToAct(IElement element) =>
        element.QuerySelector("a[href]:not([href^='#'])") is not null || (element.LocalName == "a" && element.GetAttribute("href")?.StartsWith('#') == false);

    private IReadOnlyList<Platform.Imports.CsvRow> Rows() =>
        app.Services.GetRequiredService<SeedFiles>().Rows(SeedSet.Reference, "content/coverage.csv", "code", "point", "path", "anchor");

    /// <summary>The heading with this anchor and all that follows, up to the next heading of its level or above; the whole article without one.</summary>
    private static List<IElement> Section(Page page, string anchor)
    {
        if (anchor.Length == 0)
        {
            return [page.One("article")];
        }

        var heading = page.Html.GetElementById(anchor) ?? throw new ShouldAssertException($"{page.Response.RequestMessage?.RequestUri} has no #{anchor}");
        List<IElement> section = [heading];
        for (var next = heading.NextElementSibling; next is not null; next = next.NextElementSibling)
        {
            if (next.LocalName is ['h', _] && string.CompareOrdinal(next.LocalName, heading.LocalName) <= 0)
            {
                break;
            }

            section.Add(next);
        }

        return section;
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
