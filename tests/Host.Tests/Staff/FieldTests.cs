using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Host.Tests.Staff;

/// <summary>Each field alone; the pages show the common ones in use.</summary>
[Collection(Site.Name)]
public sealed class FieldTests(App app)
{
    private static readonly Choice[] Ways = [new("email", "Email"), new("phone", "Phone call", "Between 9am and 5pm")];

    [Fact]
    public void Date_Refused_ShowsWhatWasTypedAndLeadsTheSummaryToTheFirstBox()
    {
        var field = Render(new DateFieldTagHelper { Hint = "For example 3 11 2026" }, new TypedDate { Day = "31", Month = "2", Year = "2026" }, "That is no date");

        var group = field.QuerySelector("fieldset")!;
        group.GetAttribute("aria-describedby").ShouldBe("f-When-hint f-When-error");
        group.QuerySelectorAll("input").Select(box => (box.Id, box.GetAttribute("name"), box.GetAttribute("value"), box.GetAttribute("maxlength"))).ShouldBe(
        [
            ("f-When", "When.Day", "31", "2"),
            ("f-When-Month", "When.Month", "2", "2"),
            ("f-When-Year", "When.Year", "2026", "4"),
        ]);
        group.QuerySelectorAll("label").Select(label => label.GetAttribute("for")).ShouldBe(["f-When", "f-When-Month", "f-When-Year"]);
        group.QuerySelectorAll("[inputmode=numeric][aria-invalid=true]").Length.ShouldBe(3);
        group.QuerySelector("#f-When-error")!.TextContent.ShouldBe("Error: That is no date");
    }

    [Fact]
    public void Checkboxes_SeveralChosen_AreTicked()
    {
        var field = Render(new CheckboxesFieldTagHelper { Choices = Ways }, new[] { "phone" });

        field.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("A question");
        field.QuerySelectorAll("input[type=checkbox]").Select(box => (box.Id, box.HasAttribute("checked"))).ShouldBe([("f-When", false), ("f-When-2", true)]);
        field.QuerySelector("small")!.TextContent.ShouldBe("Between 9am and 5pm");
    }

    [Fact]
    public void Radios_NothingChosen_NothingIsPicked() =>
        Render(new RadiosFieldTagHelper { Choices = Ways }, "").QuerySelectorAll("[checked]").ShouldBeEmpty();

    [Fact]
    public void Textarea_TypedMarkup_StaysText()
    {
        var field = Render(new TextareaFieldTagHelper { Maxlength = 50 }, "\n<b>bold</b></textarea>");

        field.QuerySelector("textarea")!.TextContent.ShouldBe("\n<b>bold</b></textarea>");
    }

    [Fact]
    public void Text_WithoutAMaximumLength_IsABug() =>
        Should.Throw<InvalidOperationException>(() => Render(new TextFieldTagHelper(), "")).Message.ShouldContain("has no maximum length");

    [Theory]
    [InlineData("3", "11", "2026", "2026-11-03")]
    [InlineData(" 03 ", "11", "2026", "2026-11-03")]
    [InlineData("29", "2", "2028", "2028-02-29")]
    [InlineData("29", "2", "2027", null)]
    [InlineData("31", "11", "2026", null)]
    [InlineData("3", "13", "2026", null)]
    [InlineData("0", "1", "2026", null)]
    [InlineData("3", "11", "26", null)]
    [InlineData("-3", "11", "2026", null)]
    [InlineData("three", "11", "2026", null)]
    [InlineData(null, null, null, null)]
    public void Read_TypedDate_OnlyWhatIsADate(string? day, string? month, string? year, string? expected) =>
        new TypedDate { Day = day, Month = month, Year = year }.Read().ShouldBe(expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    private IHtmlDocument Render(FieldTagHelper helper, object value, string? error = null)
    {
        var metadata = new EmptyModelMetadataProvider();
        var state = new ModelStateDictionary();
        if (error is not null)
        {
            state.AddModelError("When", error);
        }

        helper.Label = "A question";
        helper.For = new ModelExpression("When", new ModelExplorer(metadata, metadata.GetMetadataForType(value.GetType()), value));
        helper.ViewContext = new ViewContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = app.Services },
            ViewData = new ViewDataDictionary(metadata, state),
        };
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
