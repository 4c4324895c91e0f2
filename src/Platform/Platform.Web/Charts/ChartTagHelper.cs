using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Charts;

/// <summary><c>&lt;chart for="Model.Waits" /&gt;</c>: a figure with its words, its picture and its table.</summary>
[HtmlTargetElement("chart", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper(IHtmlHelper html) : TagHelper
{
    public Chart For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("/Features/Shared/_Chart.cshtml", new ChartDrawing(For)));
    }
}
