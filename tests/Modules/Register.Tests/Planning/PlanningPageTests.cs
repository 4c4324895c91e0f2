using System.Globalization;
using System.Net;
using System.Text;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>The register in numbers, inside.</summary>
public sealed class PlanningPageTests(App app) : IClassFixture<App>
{
    private const string At = "/staff/register/planning";
    private const string Postcode = "ME8 9ZZ";

    [Fact]
    [Proves("register")]
    public async Task Officer_SeesEachNumber_TheAnalystNoSmallOne_UnconfirmedApart_AndWardsAndCoverageOnlyWithTables()
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var empty = await officer.PageAsync(At);
        empty.MainText.ShouldContain("Not known. It needs a table");
        empty.MainText.ShouldContain("wards are not known");

        await LiveAsync("special", monthsAgo: 0);
        await LiveAsync("special", monthsAgo: 16);
        await LiveAsync("special", monthsAgo: 40);
        (await UploadAsync(officer, WardsImport.ImportName, $"postcode,ward\n{Postcode},Sampleward\n")).MainText.ShouldContain("Done: 1 new");
        var bands = string.Concat(new[] { "0-4", "5-10", "11-15", "16-17", "18-25" }.Select(band => $"{band},10,20,Counted for this test.\n"));
        (await UploadAsync(officer, PopulationImport.ImportName, $"age_band,fewest,most,method\n{bands}")).MainText.ShouldContain("Done: 5 new");

        var page = await officer.PageAsync(At);
        page.MainText.ShouldContain("%. A range, because nobody has counted them. Counted for this test.");
        Cells(page, "t-setting", "Special school").TakeLast(2).ShouldBe(["1", "1"]);
        Cells(page, "wards", "Sampleward").ShouldBe(["1", "1"]);
        page.MainText.ShouldContain("1. In no number here");
        page.All("svg[role=img]").ShouldNotBeEmpty();
        (await officer.PageAsync($"{At}?as=csv")).Body.ShouldContain("Special school,All ages,1,1");

        // Whoever only plans reads what was published, and sees no number move from one day to the next.
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        (await analyst.PageAsync(At)).MainText.ShouldContain("Nothing was published yet");
        await (await officer.PageAsync($"{At}/release")).SubmitAsync(officer, "#prepare");
        await PublishAsync(officer);
        var published = await analyst.PageAsync(At);
        Cells(published, "t-setting", "Special school").Last().ShouldBe("fewer than 5");
        published.Body.ShouldNotContain("Sampleward");
        var file = (await analyst.PageAsync($"{At}?as=csv")).Body;
        file.ShouldContain("Special school,All ages,fewer than 5");
        for (var child = 0; child < 6; child++)
        {
            await LiveAsync("special", monthsAgo: 0);
        }

        Cells(await officer.PageAsync(At), "t-setting", "Special school").TakeLast(2).ShouldBe(["7", "1"], "the control: the live numbers have moved");
        (await analyst.PageAsync(At)).MainText.ShouldBe(published.MainText);
        (await analyst.PageAsync($"{At}?as=csv")).Body.ShouldBe(file);
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync(At)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TableWithProblems_LoadsNothing_AndNamesEachLine()
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var page = await UploadAsync(officer, WardsImport.ImportName, "postcode,ward\nME4,Half a ward\nME5 9ZZ,Good\nME59ZZ,Twice\n");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Line 2, postcode: Write a whole postcode");
        page.MainText.ShouldContain("Line 4, postcode: This postcode stands twice");
        (await UploadAsync(officer, PopulationImport.ImportName, "age_band,fewest,most,method\n0-4,9,3,x\n")).MainText.ShouldContain("the smaller one first");
        (await UploadAsync(officer, "nonsense", "a,b\n1,2\n")).MainText.ShouldContain("Choose which table it is");
    }

    [Fact]
    public async Task Kpis_CountWhatIsLiveFreshAndInTime()
    {
        await LiveAsync("mainstream", monthsAgo: 0);
        await LiveAsync("mainstream", monthsAgo: 13, isLapsed: false);
        var live = (await LiveAsync()).Count;
        var fresh = await ValueAsync("register.confirmed-in-12-months");
        fresh!.Denominator!.Value.ShouldBe(fresh.IsSuppressed ? live : Rounded(live));
        fresh.Numerator.ShouldBeLessThan(fresh.Denominator!.Value);
        (await ValueAsync("register.live-in-10-days", days: 60))!.Numerator.ShouldBeGreaterThanOrEqualTo(2);
        (await ValueAsync("register.nonsense")).ShouldBeNull();
    }

    /// <summary>Whoever plans would see a child come or go in a number that moves by one.</summary>
    [Fact]
    [Proves("register")]
    public async Task Kpis_OfWhoIsOnIt_AreRoundedToFive_AndDoNotMoveWithOneChild()
    {
        while ((await LiveAsync()).Count is var live && (live < 15 || live % 5 != 1))
        {
            await LiveAsync("mainstream", monthsAgo: 0);
        }

        var exact = (await LiveAsync()).Count;
        var before = await ValueAsync("register.live");
        (before!.Numerator, before.IsSuppressed).ShouldBe((exact - 1, false), "rounded to the nearest five");
        await LiveAsync("mainstream", monthsAgo: 0);
        (await LiveAsync()).Count.ShouldBe(exact + 1, "the control: one child more is live");
        (await ValueAsync("register.live"))!.Numerator.ShouldBe(before.Numerator);
        await using var scope = app.Scope();
        foreach (var kpi in scope.ServiceProvider.GetServices<IKpiSource>().OfType<RegisterKpis>().Single().Kpis.Where(kpi => kpi.Denominator == "Entries that are live on the last day"))
        {
            if (await ValueAsync(kpi.Code) is { IsSuppressed: false } share)
            {
                (share.Numerator % 5, share.Denominator!.Value % 5).ShouldBe((0, 0), kpi.Code);
            }
        }
    }

    /// <summary>The mix of what families agree to, beside a count by hand of everybody who is live.</summary>
    [Fact]
    public async Task Kpis_OfEachUse_EqualACountByHand()
    {
        ConsentPurpose[][] families = [[ConsentPurpose.NewsByEmail, ConsentPurpose.Research], [ConsentPurpose.NewsByEmail], [], [ConsentPurpose.Research], [ConsentPurpose.Sms]];
        foreach (var yes in families.SelectMany(yes => Enumerable.Repeat(yes, 3)))
        {
            var (child, parent) = await app.ChildOfAgeAsync(9);
            await app.LiveAsync(child, parent, yes);
        }

        var (withdrawn, mother) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(withdrawn, mother, ConsentPurpose.NewsByEmail);
        await app.SayAsync(mother, entry, ConsentPurpose.NewsByEmail, isYes: false);
        var live = await LiveAsync();
        foreach (var purpose in ConsentPurpose.All)
        {
            var byHand = 0;
            foreach (var one in live)
            {
                byHand += await app.MayAsync(purpose, one.ChildId) ? 1 : 0;
            }

            var value = await ValueAsync($"register.yes-{purpose}");
            (value!.Numerator, value.Denominator!.Value).ShouldBe(value.IsSuppressed ? (byHand, live.Count) : (Rounded(byHand), Rounded(live.Count)), $"{purpose}");
        }

        (await ValueAsync("register.yes-news-email"))!.Numerator.ShouldBe(5, "six families");
        (await ValueAsync("register.yes-nonsense")).ShouldBeNull();
    }

    private static int Rounded(int count) => (int)Math.Round(count / 5.0, MidpointRounding.AwayFromZero) * 5;

    private Task<List<RegisterEntry>> LiveAsync() =>
        app.AskAsync<RegisterReader, List<RegisterEntry>>(reader => reader.For(PublicTask.KeepTheRegister).AsNoTracking().Where(one => one.State == EntryState.Live).ToListAsync(Given.Now));

    private static async Task PublishAsync(HttpClient officer)
    {
        var page = await officer.PageAsync($"{At}/release");
        (await page.SubmitAsync(officer, "#publish")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<KpiValue?> ValueAsync(string code, int days = 0)
    {
        await using var scope = app.Scope();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<RegisterKpis>().Single();
        var today = app.Clock.Today();
        return await source.ValueAsync(code, new KpiPeriod(today, today.AddDays(days)), Given.Now);
    }

    /// <summary>A child whose family last said so many months ago that the entry is right; after 15 it has lapsed.</summary>
    private async Task LiveAsync(string setting, int monthsAgo, bool? isLapsed = null)
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var id = await app.LiveAsync(child, parent);
        var index = await app.AskAsync<PostcodeIndexes, byte[]?>(indexes => Task.FromResult(indexes.Of(Postcode)));
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            var entry = await context.Set<RegisterEntry>().SingleAsync(one => one.Id == id, Given.Now);
            entry.Say(new CodedFacts(setting, [], []));
            entry.LiveOn = app.Clock.Today().AddMonths(-monthsAgo);
            entry.State = isLapsed ?? monthsAgo > 15 ? EntryState.Lapsed : EntryState.Live;
            entry.PostcodeIndex = setting == "special" ? index : null;
            return await context.SaveChangesAsync(Given.Now);
        });
    }

    private static IEnumerable<string> Cells(Page page, string section, string row) => page.All($"section[aria-labelledby='{section}'] table.table--fold tr")
        .Single(line => line.QuerySelector("th[scope=row]")?.TextContent == row).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());

    private static async Task<Page> UploadAsync(HttpClient officer, string table, string csv)
    {
        var form = await officer.PageAsync($"{At}/tables");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.One("main form input[name='__RequestVerificationToken']").GetAttribute("value")!), "__RequestVerificationToken");
        content.Add(new StringContent(table), "Name");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "Csv", string.Create(CultureInfo.InvariantCulture, $"{table}.csv"));
        return await Page.ReadAsync(await officer.PostAsync(new Uri($"{At}/tables", UriKind.Relative), content, Given.Now));
    }
}
