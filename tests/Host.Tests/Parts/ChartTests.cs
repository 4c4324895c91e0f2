using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Parts;

[Collection(Site.Name)]
public sealed class ChartTests(App app)
{
    private static readonly ChartPoint[] Kinds = [new("Autism", 120), new("Hearing", 30), new("Vision", null, "fewer than 5")];

    [Fact]
    public async Task Bars_HaveTheirNumbersInThePictureAndInATable()
    {
        var page = await DrawAsync(new(ChartKind.Bars, "needs", "Plans by need", "Most plans are for autism.", "Need", "Plans", Kinds));

        page.QuerySelectorAll("rect.chart__bar").Select(bar => bar.GetAttribute("width")).ShouldBe(["192", "48", "0"]);
        page.QuerySelectorAll("svg .chart__value").Select(value => value.TextContent).ShouldBe(["120", "30", "fewer than 5"]);
        Rows(page).ShouldBe(["Autism 120", "Hearing 30", "Vision fewer than 5"]);
        var picture = page.QuerySelector("svg")!;
        picture.GetAttribute("role").ShouldBe("img");
        page.GetElementById(picture.GetAttribute("aria-labelledby")!)!.TextContent.ShouldBe("Plans by need");
        page.GetElementById(picture.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe("Most plans are for autism.");
        page.QuerySelectorAll("[style], script, style").ShouldBeEmpty();
    }

    [Fact]
    public async Task Funnel_SaysTheShareOfTheFirst()
    {
        var page = await DrawAsync(new(ChartKind.Funnel, "steps", "From asking to a plan", "Half get a plan.", "Step", "Children", [new("Asked", 80), new("Assessed", 60), new("Plan", 40)]));

        page.QuerySelectorAll("rect.chart__bar").Select(bar => (bar.GetAttribute("x"), bar.GetAttribute("width"))).ShouldBe([("0", "320"), ("40", "240"), ("80", "160")]);
        Rows(page).ShouldBe(["Asked 80 100%", "Assessed 60 75%", "Plan 40 50%"]);
    }

    [Fact]
    public async Task Line_BreaksWhereNothingIsKnown_AndBeginsAtNothing()
    {
        var page = await DrawAsync(new(ChartKind.Line, "waits", "Weeks to wait", "It fell.", "Month", "Weeks", [new("May", 10), new("June", null), new("July", 5), new("August", 4)], Target: 6));

        page.QuerySelectorAll("polyline").Length.ShouldBe(2);
        page.QuerySelectorAll("circle").Select(dot => dot.GetAttribute("cy")).ShouldBe(["26", "116", "134"]);
        page.QuerySelector("line.chart__base")!.GetAttribute("y1").ShouldBe("206");
        page.QuerySelector("svg")!.TextContent.ShouldContain("target 6");
        Rows(page).ShouldBe(["May 10", "June not known", "July 5", "August 4"]);
    }

    [Fact]
    public async Task Run_SixOnOneSide_AreMarkedWithAShapeAndInWords()
    {
        var months = new decimal[] { 20, 21, 19, 22, 20, 21, 10, 9, 11, 8, 10, 9 }.Select((value, i) => new ChartPoint($"Month {i + 1}", value)).ToList();

        var page = await DrawAsync(new(ChartKind.Run, "run", "Weeks", "It fell in July.", "Month", "Weeks", months));

        page.QuerySelectorAll("rect.chart__shift").Length.ShouldBe(12);
        page.QuerySelector("figcaption")!.TextContent.ShouldContain("at least 6 points in a row");
        page.QuerySelector("svg")!.TextContent.ShouldContain("median 15");
    }

    [Fact]
    public async Task Chart_WithoutPoints_SaysSo_AndHostileWordsStayWords()
    {
        (await DrawAsync(new(ChartKind.Line, "none", "Nothing", "Nothing yet.", "Month", "Weeks", []))).QuerySelector(".empty")!.TextContent.ShouldContain("nothing to show yet");

        var page = await DrawAsync(new(ChartKind.Bars, "hostile", "<script>1</script>", "\"'<b>", "<i>", "&", [new("<svg onload=1>", 1)]));
        page.QuerySelectorAll("script, figcaption p b, i, [onload]").ShouldBeEmpty();
        page.QuerySelector("tbody th")!.TextContent.ShouldBe("<svg onload=1>");
    }

    [Theory]
    [InlineData("1 1 1 1 1 9 9 9 9 9", "..........")]
    [InlineData("1 1 1 1 1 1 9 9 9 9 9 9", "xxxxxxxxxxxx")]
    [InlineData("1 1 1 5 1 1 1 9 9 9 9 8 9", "xxx.xxxxxxxxx")]
    [InlineData("1 1 1 ? 1 1 1 9 9 9 9 8 9", ".......xxxxxx")]
    [InlineData("? ?", "..")]
    public void InAShift_Points_AreMarkedByTheRule(string values, string marks) => string.Concat(RunOfPoints.InAShift(
        [.. values.Split(' ').Select(value => value == "?" ? (decimal?)null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))])
        .Select(mark => mark ? 'x' : '.')).ShouldBe(marks);

    private static IEnumerable<string> Rows(IHtmlDocument page) =>
        page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));

    /// <summary>As a page of the running host would print it.</summary>
    private async Task<IHtmlDocument> DrawAsync(Chart chart)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new());
        var view = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, "/Features/Shared/_Chart.cshtml", isMainPage: false).View.ShouldNotBeNull();
        await using var written = new StringWriter();
        await view.RenderAsync(new ViewContext(
            action,
            view,
            new ViewDataDictionary<ChartDrawing>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new ChartDrawing(chart) },
            scope.ServiceProvider.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(action.HttpContext),
            written,
            new HtmlHelperOptions()));
        return new HtmlParser().ParseDocument(written.ToString());
    }
}
