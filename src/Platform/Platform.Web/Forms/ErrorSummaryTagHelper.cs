using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>
/// <c>&lt;error-summary /&gt;</c> before the heading: everything that needs fixing, each a link to its field. It puts "Error: " before the
/// page's title, so set the title before it. Prints nothing while nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Icons.Icons icons) : TagHelper
{
    private const string Mark = "Error: ";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var wrong = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0)
            .DistinctBy(error => error.ErrorMessage)
            .ToList();
        if (wrong.Count == 0)
        {
            return;
        }

        var title = ViewContext.ViewData["Title"] as string ?? "";
        ViewContext.ViewData["Title"] = title.StartsWith(Mark, StringComparison.Ordinal) ? title : Mark + title;
        var list = output.Content
            .AppendHtml("<div class=\"summary\" role=\"alert\" aria-labelledby=\"error-summary\"><h2 id=\"error-summary\">")
            .AppendHtml(icons.Html(ViewContext.HttpContext, "i-warn"))
            .Append("Something needs fixing")
            .AppendHtml("</h2><ul>");
        foreach (var (key, message) in wrong)
        {
            list.AppendHtml("<li>").AppendHtml(Line(key, message)).AppendHtml("</li>");
        }

        list.AppendHtml("</ul></div>");
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder(key.Length == 0 ? "p" : "a");
        if (key.Length > 0)
        {
            line.Attributes["href"] = "#" + FieldIds.Of(key);
        }

        line.InnerHtml.Append(message);
        return line;
    }
}
