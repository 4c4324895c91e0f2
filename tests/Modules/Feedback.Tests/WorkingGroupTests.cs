using System.Net;
using System.Text;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Surveys;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class WorkingGroupTests(App app) : IClassFixture<App>
{
    private const string Header = "measure,on,answers,positive,source\n";

    [Fact]
    public async Task Task_IsTriedEachTerm_AndItsResultsAreAChartWithATable()
    {
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        (await (await lead.PageAsync("/staff/feedback/working-group")).SubmitAsync(lead, "main form", ("Kind", nameof(TaskKind.Find)), ("Words", "Find a club near you."))).Status.ShouldBe(HttpStatusCode.Redirect);
        var address = (await lead.PageAsync("/staff/feedback/working-group")).All("tbody tr").Single(row => row.TextContent.Contains("Find a club", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;

        foreach (var (back, managed) in new[] { (200, "4"), (60, "7") })
        {
            (await RunAsync(lead, address, app.Clock.Today().AddDays(-back), "8", managed)).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var page = await lead.PageAsync("/staff/feedback/working-group");
        page.MainText.ShouldContain("The first time 4 of 8 managed it, the last time 7 of 8.");
        page.All("figure table tbody tr, .chart table tbody tr").Count.ShouldBeGreaterThanOrEqualTo(2);
        (await RunAsync(lead, address, app.Clock.Today().AddDays(-60), "8", "1")).Status.ShouldBe(HttpStatusCode.Conflict);
        var refused = await RunAsync(lead, address, app.Clock.Today().AddDays(2), "3", "5");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("The day lies ahead");
        refused.One(".summary").TextContent.ShouldContain("More managed it than tried it");
        refused.One("input[name=Tried]").GetAttribute("value").ShouldBe("3");
        (await RunAsync(lead, address, app.Clock.Today(), "-1", "99999999999")).Status.ShouldBe(HttpStatusCode.BadRequest);

        await using var scope = app.Inside();
        var value = await scope.ServiceProvider.GetServices<IKpiSource>().OfType<WorkingGroupKpis>().Single()
            .ValueAsync(WorkingGroupKpis.CodeOf(TaskKind.Find), new KpiPeriod(app.Clock.Today().AddDays(-100), app.Clock.Today()), Given.Now);
        (value?.Numerator, value?.Denominator).ShouldBe((7, 8));
    }

    [Fact]
    public async Task Survey_IsTriedThenLoadedThenLoadedAgain_AndIsThereOnce()
    {
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var on = app.Clock.Today().AddDays(-30);
        var file = Header + $"health-communication,{on:yyyy-MM-dd},60,27,A survey\nfeel-involved,{on:dd/MM/yyyy},60,33,A survey\n";

        (await LoadAsync(lead, file, "")).MainText.ShouldContain("This is what it would do");
        (await app.ReadAsync(context => context.SurveyFigures.CountAsync(Given.Now))).ShouldBe(0);
        (await LoadAsync(lead, file, "Load")).MainText.ShouldContain("2 new");
        (await LoadAsync(lead, file, "Load")).MainText.ShouldContain("0 new, 0 changed, 2 as they were");

        (await lead.PageAsync("/staff/feedback/working-group")).MainText.ShouldContain("Content with how health services talk to them");
        await using var scope = app.Inside();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<WorkingGroupKpis>().Single();
        var value = await source.ValueAsync(WorkingGroupKpis.CodeOf(SurveyMeasure.HealthCommunication), new KpiPeriod(on, on), Given.Now);
        (value?.Numerator, value?.Denominator).ShouldBe((27, 60));
        (await source.ValueAsync(WorkingGroupKpis.CodeOf(SurveyMeasure.HealthCommunication), new KpiPeriod(on.AddDays(1), on.AddDays(9)), Given.Now)).ShouldBeNull("not known is never 0");
    }

    [Fact]
    public async Task Survey_WithBadLines_NamesEachByLineAndColumn_AndLoadsNothing()
    {
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var before = await app.ReadAsync(context => context.SurveyFigures.CountAsync(Given.Now));

        var page = await LoadAsync(lead, Header + "health-communication,2026-01-31,60,27,A survey\nnonsense,soon,0,minus,\nfeel-involved,2026-01-31,5,9,A survey\n", "Load");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var where in new[] { "Line 3, measure:", "Line 3, on:", "Line 3, answers:", "Line 3, positive:", "Line 3, source:", "Line 4, positive:" })
        {
            page.MainText.ShouldContain(where);
        }

        (await app.ReadAsync(context => context.SurveyFigures.CountAsync(Given.Now))).ShouldBe(before);
        (await LoadAsync(lead, "", "Load")).MainText.ShouldContain("Choose a CSV file");
    }

    [Theory]
    [InlineData("measure,on\n", "There is no column")]
    [InlineData(Header, "no figures under its first line")]
    [InlineData(Header + "feel-involved,2026-01-31,5,3,A\nfeel-involved,2026-01-31,5,4,A\n", "stand twice")]
    [InlineData(Header + "feel-involved,2126-01-31,5,3,A\n", "lies ahead")]
    public void SurveyFile_SaysWhatIsWrong(string text, string message) =>
        SurveyFile.Read(new ImportFile("a.csv", Encoding.UTF8.GetBytes(text)), new DateOnly(2026, 11, 27)).Problems.ShouldContain(problem => problem.Message.Contains(message));

    private static async Task<Page> RunAsync(HttpClient lead, string address, DateOnly on, string tried, string managed) => await (await lead.PageAsync(address)).SubmitAsync(
        lead, "main form", ("RanOn.Day", $"{on.Day}"), ("RanOn.Month", $"{on.Month}"), ("RanOn.Year", $"{on.Year}"), ("Tried", tried), ("Managed", managed));

    private static async Task<Page> LoadAsync(HttpClient lead, string text, string handler)
    {
        var form = await lead.PageAsync("/staff/feedback/surveys");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Csv", "surveys.csv" },
        };
        return await Page.ReadAsync(await lead.PostAsync(new Uri("/staff/feedback/surveys" + (handler.Length == 0 ? "" : "?handler=" + handler), UriKind.Relative), content, Given.Now));
    }
}
