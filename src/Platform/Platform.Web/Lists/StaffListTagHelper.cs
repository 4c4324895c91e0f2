using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Lists;

/// <summary>
/// <c>&lt;staff-list for="Model.List" caption="Jobs" empty="…"&gt;</c> with one <c>tr</c> a row inside: filters, count, sortable headings, pages, and what to
/// do when there is nothing. Each <c>td</c> carries <c>data-label</c>, the words of its column, for phones.
/// </summary>
[HtmlTargetElement("staff-list", Attributes = "for,caption,empty")]
public sealed class StaffListTagHelper(IHtmlHelper html, Actor actor) : TagHelper
{
    public StaffList For { get; set; } = null!;

    /// <summary>What the rows are; read out before the table.</summary>
    public string Caption { get; set; } = "";

    /// <summary>What stands there when there is no row at all, and what to do about it.</summary>
    public string Empty { get; set; } = "";

    /// <summary>Where the same rows can be had as CSV; its endpoint writes the audit entry.</summary>
    public string? CsvHref { get; set; }

    /// <summary>Taking rows away is a permission of its own; without it the link is not there.</summary>
    public Permission? CsvPermission { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var rows = await output.GetChildContentAsync();
        var csv = CsvHref is not null && CsvPermission is not null && actor.May(CsvPermission) ? CsvHref + For.Query.With() : null;
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("/Features/Shared/_StaffList.cshtml", new StaffListView(For, Caption, Empty, csv, rows)));
    }
}

/// <summary>What <c>_StaffList.cshtml</c> prints.</summary>
public sealed record StaffListView(StaffList List, string Caption, string Empty, string? Csv, IHtmlContent Rows);
