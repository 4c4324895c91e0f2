using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Search;

[Collection(Site.Name)]
[Proves("foundation")]
public sealed class BadInputTests(App app)
{
    public static TheoryData<string> OddQueries => new(
        "",
        "   ",
        new string('a', 5_000),
        string.Concat(Enumerable.Repeat("swimming ", 555)).Trim(),
        "🎈",
        "swimming 🏊‍♀️🏳️‍🌈",
        string.Concat(Enumerable.Repeat("🎈", 250)),
        "\"\"\"autism\"\" ' ‘down’s’ “club”",
        "'; drop table search.entries; --",
        "1' or '1'='1",
        "' union select null, version() --",
        "-autism",
        "--- -football -",
        "autism & | ! ( ) <-> :* football",
        "a:b*c\\d",
        "<script>alert(1)</script>",
        "{{7*7}}${7*7}",
        "../../etc/passwd",
        "%00%ff",
        "\u0000\u0001\u001f",
        "\u202Eevitceffe",
        "الدعم المدرسي",
        "the and of to",
        "!!!",
        "é́́́́́́ café");

    [Theory]
    [MemberData(nameof(OddQueries))]
    public async Task Get_OddQuery_IsAnsweredWithTheSearchKept(string query)
    {
        var page = await app.GetAsync($"/search?q={Uri.EscapeDataString(query)}&need=autism&age=8&near=ME7&cost=free");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One("#q").GetAttribute("value").ShouldBe(query.Trim().Replace("\0", "\uFFFD", StringComparison.Ordinal));
        page.One("#near").GetAttribute("value").ShouldBe("ME7");
        page.One("#age").GetAttribute("value").ShouldBe("8");
        page.One("input[name=need][value=autism]").HasAttribute("checked").ShouldBeTrue();
        page.One("input[name=cost][value=free]").HasAttribute("checked").ShouldBeTrue();
        page.One(".found").TextContent.ShouldContain("found");
        page.All("script").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Get_VeryLongQuery_SaysThatItWasCut()
    {
        var page = await app.GetAsync($"/search?q={new string('a', 5_000)}");

        Problem(page, "q").ShouldContain("Try a few words");
        page.One("#q").GetAttribute("value")!.Length.ShouldBe(5_000);
    }

    [Fact]
    public async Task Get_SqlShapedQuery_LeavesTheServicesThere()
    {
        await app.GetAsync($"/search?q={Uri.EscapeDataString("'; delete from search.entries; drop table listings.services; --")}");

        (await app.GetAsync("/search?q=autism")).All(".card").Count.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("near", "ZZ99", "We do not know the place “ZZ99”")]
    [InlineData("near", "Atlantis", "Try a town")]
    [InlineData("age", "-1", "number from 0 to 25")]
    [InlineData("age", "400", "number from 0 to 25")]
    [InlineData("age", "99999999999999999999", "number from 0 to 25")]
    [InlineData("age", "eight", "number from 0 to 25")]
    [InlineData("age", "8.5", "number from 0 to 25")]
    [InlineData("kind", "no_such_kind", "Pick one from the list")]
    [InlineData("need", "no_such_need", "Pick one from the list")]
    [InlineData("cost", "no_such_cost", "Pick one from the list")]
    public async Task Get_ChoiceWeDoNotKnow_SaysWhatToDoAndLosesNothing(string field, string typed, string message)
    {
        Dictionary<string, string> chosen = new() { ["q"] = "swimming", ["near"] = "ME7", ["age"] = "8", ["kind"] = "things_to_do", ["need"] = "autism", ["cost"] = "paid" };
        chosen[field] = typed;

        var page = await app.GetAsync(Address(chosen));

        page.Status.ShouldBe(HttpStatusCode.OK);
        Problem(page, field).ShouldContain(message);
        page.Html.GetElementById(field).ShouldNotBeNull("the summary's link leads to the field");
        Kept(page).ShouldBe(chosen, ignoreOrder: true);
        foreach (var tag in page.All(".tag-off"))
        {
            // Every tag takes off one thing, and only that.
            Parameters(tag.GetAttribute("href")!).Length.ShouldBe(chosen.Count - 1, tag.TextContent);
        }

        page.All(".tag-off").Count.ShouldBe(chosen.Count);
        page.All(".card").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("near", "Atlantis")]
    [InlineData("age", "eight")]
    public async Task Get_ChoiceWeDoNotKnow_SaysSoBesideTheFieldToo(string field, string typed)
    {
        var page = await app.GetAsync($"/search?q=swimming&{field}={typed}");

        var input = page.One($"#{field}");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        var beside = page.Html.GetElementById(input.GetAttribute("aria-describedby")!).ShouldNotBeNull();
        beside.TextContent.ShouldContain("Error:");
        beside.TextContent.ShouldContain(Problem(page, field));
    }

    [Fact]
    public async Task Get_SearchWithoutProblems_MarksNoField()
    {
        var page = await app.GetAsync("/search?q=swimming&near=ME7&age=8");

        page.All("[aria-invalid], .error, .summary").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_SeveralMistakes_NamesEachOnceAndCountsTheRest()
    {
        var page = await app.GetAsync(Addresses.WithErrors);

        page.All(".summary li").Count.ShouldBe(3);
        page.One("input[name=need][value=autism]").HasAttribute("checked").ShouldBeTrue();
        page.Html.Title!.ShouldStartWith("Error");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("two")]
    public async Task Get_PageThatCannotBe_ShowsTheFirstAndSaysSo(string number)
    {
        var page = await app.GetAsync($"/search?q=autism&need=autism&page={number}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Problem(page, "results").ShouldContain("This is page 1");
        page.One(".pin").TextContent.ShouldContain("1");
        page.One("input[name=need][value=autism]").HasAttribute("checked").ShouldBeTrue();
    }

    [Theory]
    [InlineData("1000000000")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    [InlineData("400")]
    public async Task Get_PageAfterTheLast_LeadsToTheLastOne(string number)
    {
        var page = await app.GetAsync($"/search?q=autism&need=autism&page={number}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        if (page.All(".summary").Count > 0)
        {
            page.All(".card").ShouldNotBeEmpty();
            return;
        }

        var last = page.One("#results a[href*='page=']").GetAttribute("href")!;
        last.ShouldContain("need=autism");
        (await app.GetAsync(last)).All(".card").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_TwoKindsOfHelp_KeepsBothWhenTheFormIsSentAgain()
    {
        var page = await app.GetAsync("/search?kind=things_to_do&kind=health&kind=transport");

        var sent = page.All("select[name=kind] option[selected]").TakeLast(1).Concat(page.All("input[type=hidden][name=kind]"))
            .Select(choice => choice.GetAttribute("value")!).ToList();
        sent.ShouldBe(["things_to_do", "health", "transport"], ignoreOrder: true);
    }

    /// <summary>What the form would send again, and of what the form cannot show, what the tags keep.</summary>
    private static Dictionary<string, string> Kept(Page page)
    {
        Dictionary<string, string> kept = [];
        foreach (var field in new[] { "q", "near", "age" })
        {
            kept[field] = page.One($"#{field}").GetAttribute("value")!;
        }

        foreach (var field in new[] { "kind", "need", "cost" })
        {
            kept[field] = page.All($"[name={field}] option[selected], input[name={field}][checked], input[name={field}][type=hidden]")
                .Select(choice => choice.GetAttribute("value")!).ShouldHaveSingleItem(field);
        }

        return kept;
    }

    private static string Problem(Page page, string field) => page.One($".summary a[href='#{field}']").TextContent;

    private static string Address(Dictionary<string, string> chosen) =>
        "/search?" + string.Join('&', chosen.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private static string[] Parameters(string address) => address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&');
}
