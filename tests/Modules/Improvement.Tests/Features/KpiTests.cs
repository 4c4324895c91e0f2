using System.Net;
using System.Text;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

public sealed class KpiTests(App app) : IClassFixture<App>
{
    private const string Head = "code,from,until,numerator,denominator,source\n";
    private const string NationalHead = "time_period,geographic_level,la_name,plans_issued_den,plans_issued_within_20_weeks,plans_issued_den_ex,plans_issued_20_weeks_ex\n";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    [Proves("improvement")]
    public async Task Numbers_AreReachable_GreyWithoutAFigure_AndReadFromGoalToMeansOfVerification()
    {
        using var partner = await app.SignInAsAsync(Roles.PartnerGuest);
        (await partner.PageAsync("/staff")).All("a[href='/staff/improvement/kpis']").ShouldNotBeEmpty();
        var all = await partner.PageAsync("/staff/improvement/kpis");
        all.All("tbody tr th a").Count(link => link.GetAttribute("href")!.StartsWith("/staff/improvement/kpis/K", StringComparison.Ordinal)).ShouldBe(31);
        all.All("a[href='/staff/improvement/kpis/load']").ShouldBeEmpty();

        var wait = await partner.PageAsync("/staff/improvement/kpis/K13");
        wait.MainText.ShouldContain("Grey: no colour");
        wait.MainText.ShouldContain("No data: nobody has given a figure yet.");
        wait.MainText.ShouldContain("There is nothing to show yet.");
        wait.MainText.ShouldContain("Not ready for the public");
        wait.All("dl dt").Select(term => term.TextContent).ShouldBe(
        [
            "What it means", "Counted", "Of what", "Where it comes from", "Who answers for it", "How often", "Where it started", "Target", "Which way is better", "How late a figure comes",
            "What is too small to show", "Compared with", "Goal", "Outcome", "Output", "Indicator", "Means of verification",
        ]);
        (await partner.PageAsync("/staff/improvement/kpis/K16")).MainText.ShouldContain("2,505");
        (await partner.PageAsync("/staff/improvement/kpis/K99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await partner.PageAsync("/staff/improvement/kpis/load")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync("/staff/improvement/kpis")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Proves("improvement")]
    public async Task PartnersFile_OfAYear_DrawsARunChartWithItsTable_AndTwiceChangesNothing()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        int[] values = [20, 21, 19, 20, 22, 20, 12, 11, 9, 8, 7, 6];
        var file = Head + string.Concat(Months(values.Length).Zip(values, (month, value) => $"K10,{month.From:yyyy-MM-dd},{month.Until:yyyy-MM-dd},{value},,A made-up system\n"));

        (await UploadAsync(office, "partner", file, load: false)).MainText.ShouldContain("12 new");
        (await office.PageAsync("/staff/improvement/kpis/K10")).MainText.ShouldContain("No data");
        (await UploadAsync(office, "partner", file, load: true)).MainText.ShouldContain("12 new");
        (await UploadAsync(office, "partner", file, load: true)).MainText.ShouldContain("0 new, 0 changed, 12 as they were");
        (await UploadAsync(office, "partner", file.Replace(",6,,", ",5,,", StringComparison.Ordinal), load: true)).MainText.ShouldContain("0 new, 1 changed");

        var page = await office.PageAsync("/staff/improvement/kpis/K10");
        page.MainText.ShouldContain("Red: worse twice in a row");
        page.One("svg.chart__picture").GetAttribute("role").ShouldBe("img");
        page.All("figure tbody tr").Count.ShouldBe(12);
        page.All("rect.chart__shift").ShouldNotBeEmpty();
        page.One("figcaption").TextContent.ShouldContain("a shift");
        page.One("figcaption").TextContent.ShouldContain("a trend");
        page.All("line.chart__limit").ShouldNotBeEmpty();
        page.MainText.ShouldContain("Limits:");
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();

        // What was put right stands beside what was sent first.
        (await context.KpiFigures.CountAsync(figure => figure.Origin == FigureOrigin.Partner && context.Kpis.Any(kpi => kpi.Id == figure.KpiId && kpi.Code == "K10"), Now)).ShouldBe(13);
    }

    [Theory]
    [Proves("improvement")]
    [InlineData("K08,{0},31,30,A system", "Line 2, numerator", "the numerator is above the denominator")]
    [InlineData("K08,{0},3,0,A system", "Line 2, denominator", "A share of nothing")]
    [InlineData("K08,{0},3,,A system", "Line 2, denominator", "write of how many")]
    [InlineData("K26,{0},3,10,A system", "Line 2, denominator", "plain count")]
    [InlineData("K26,{0},many,,A system", "Line 2, numerator", "Write a number")]
    [InlineData("K26,{0},,,A system", "Line 2, numerator", "Write how many")]
    [InlineData("K26,{0},3,,", "Line 2, source", "Write who sends it")]
    [InlineData("X99,{0},3,,A system", "Line 2, code", "no number with this code")]
    [InlineData("K02,{0},3,10,A system", "Line 2, code", "counted by this site")]
    [InlineData("K26,2999-01-01,2999-01-31,3,,A system", "Line 2, until", "has not ended yet")]
    [InlineData("K26,2026-02-01,2026-01-01,3,,A system", "Line 2, until", "ends before it begins")]
    [InlineData("K26,yesterday,2026-01-01,3,,A system", "Line 2, from", "Write a day")]
    public async Task PartnersFile_WithALineThatMakesNoSense_NamesTheLine_AndLoadsNothing(string line, string where, string message)
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var month = Months(1)[0];
        var bad = line.Replace("{0}", $"{month.From:yyyy-MM-dd},{month.Until:yyyy-MM-dd}", StringComparison.Ordinal);

        var refused = await UploadAsync(office, "partner", $"{Head}{bad}\nK25,{month.From:yyyy-MM-dd},{month.Until:yyyy-MM-dd},5,,A system\n", load: true);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain(where);
        refused.MainText.ShouldContain(message);
        refused.One(".summary a").GetAttribute("href").ShouldBe("#f-Csv");
        (await office.PageAsync("/staff/improvement/kpis/K25")).MainText.ShouldContain("No data");
    }

    [Fact]
    [Proves("improvement")]
    public async Task PartnersFile_WithLastYearsColumns_IsToldWhichTheyAre()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);

        var refused = await UploadAsync(office, "partner", "kpi,month,num,den\nK08,2025-01,3,10\n", load: true);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("it does not know kpi, month, num, den");
        refused.MainText.ShouldContain("code, from, until, numerator, denominator, source");
        (await UploadAsync(office, "partner", "", load: true)).One(".summary").TextContent.ShouldContain("Choose a CSV file");
        (await UploadAsync(office, "partner", Head, load: true)).MainText.ShouldContain("no figures under its first line");
        (await office.GetStringAsync(new Uri("/staff/improvement/kpis/load?as=form", UriKind.Relative), Now)).ShouldContain(Head.Trim());
    }

    [Fact]
    [Proves("improvement")]
    public async Task NationalFile_OnItsColumnNames_GivesEnglandAndMedway_AndOthersAreRefusedWithTheReason()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        const string Rows = "2022,National,,1000,500,900,480\n2022,Local authority,Medway,100,30,c,c\n2022,Local authority,Elsewhere,100,90,90,80\n";

        var wrong = await UploadAsync(office, "national", NationalHead.Replace("plans_issued_den_ex", "plans", StringComparison.Ordinal) + Rows, load: true);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.MainText.ShouldContain("There is no column plans_issued_den_ex");
        (await UploadAsync(office, "national", NationalHead + "2022,National,,1000,1001,900,480\n", load: true)).MainText.ShouldContain("above the denominator");
        (await UploadAsync(office, "national", NationalHead + "2022-23,National,,1000,500,900,480\n", load: true)).MainText.ShouldContain("calendar year that has ended");
        (await UploadAsync(office, "national", NationalHead + "2022,Local authority,Elsewhere,100,90,90,80\n", load: true)).MainText.ShouldContain("no row of England or Medway");

        (await UploadAsync(office, "national", NationalHead + Rows, load: true)).MainText.ShouldContain("3 new");
        var headline = await office.PageAsync("/staff/improvement/kpis/K01");
        headline.MainText.ShouldContain("53.3%");
        headline.MainText.ShouldContain("46.4%");
        var all = await office.PageAsync("/staff/improvement/kpis/D01");
        all.MainText.ShouldContain("50%");
        all.MainText.ShouldContain("30%");
        all.MainText.ShouldNotContain("90%");
    }

    [Fact]
    public async Task Definition_WrittenAnew_KeepsTheOldOne_AndBadInputIsKeptAndExplained()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await office.PageAsync("/staff/improvement/kpis/K26/define");
        (string, string?)[] words =
        [
            ("Meaning", "Children who wait for a therapist."), ("Numerator", "Children on the list"), ("Denominator", "None: a plain count"), ("Source", "A made-up system"), ("Owner", "A role"), ("Frequency", "Quarter"),
            ("Baseline", "Forty"), ("BaselineValue", "40"), ("Target", "Twenty"), ("Polarity", "Lower"), ("LagDays", "30"), ("Suppression", "1 to 4"), ("Comparison", "Nobody"),
        ];

        var refused = await form.SubmitAsync(office, "main form", [.. words, ("TargetValue", "twenty"), .. Day("BaselineOn", new DateOnly(2026, 1, 1)), .. Day("TargetOn", new DateOnly(2026, 12, 1), month: "13")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("Write a number of 0 or more in digits");
        refused.One("input[name=TargetValue]").GetAttribute("value").ShouldBe("twenty");
        refused.One("textarea[name=Meaning]").TextContent.Trim().ShouldBe("Children who wait for a therapist.");
        (await form.SubmitAsync(office, "main form", [.. words, ("TargetValue", "20"), .. Day("BaselineOn", new DateOnly(2026, 1, 1)), .. Day("TargetOn", new DateOnly(2025, 1, 1))])).One(".summary").TextContent
            .ShouldContain("a day after the first figure");
        (await form.SubmitAsync(office, "main form", [.. words, ("TargetValue", "20"), .. Day("BaselineOn", new DateOnly(2026, 1, 1)), .. Day("TargetOn", new DateOnly(2027, 1, 1))])).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await office.PageAsync("/staff/improvement/kpis/K26");
        page.MainText.ShouldNotContain("Not ready for the public");
        page.MainText.ShouldContain("Children who wait for a therapist.");
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        (await context.KpiDefinitions.CountAsync(one => context.Kpis.Any(kpi => kpi.Id == one.KpiId && kpi.Code == "K26"), Now)).ShouldBe(2);
    }

    private static (string, string?)[] Day(string field, DateOnly day) => Day(field, day, $"{day.Month}");

    private static (string, string?)[] Day(string field, DateOnly day, string month) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", month), ($"{field}.Year", $"{day.Year}")];

    private List<Medway.LocalOffer.Platform.Work.KpiPeriod> Months(int count) => [.. KpiPeriods.Ended(KpiFrequency.Month, app.Clock.Today(), count).Reverse()];

    private static async Task<Page> UploadAsync(HttpClient office, string kind, string file, bool load)
    {
        var form = await office.PageAsync("/staff/improvement/kpis/load");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(kind), "Kind" },
            { new StringContent(form.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Csv", "figures.csv" },
        };
        return await Page.ReadAsync(await office.PostAsync(new Uri($"/staff/improvement/kpis/load{(load ? "?handler=Load" : "")}", UriKind.Relative), content, Now));
    }
}
