using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary><c>&lt;text-field for="Reason" label="Why?" maxlength="200" /&gt;</c></summary>
[HtmlTargetElement("text-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>For example <c>email</c>, <c>tel</c>, <c>search</c>. A password has a page of its own in Accounts.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Which keyboard a phone shows, for example <c>numeric</c>.</summary>
    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    /// <summary><c>m</c> or <c>l</c>; left out: as wide as the text.</summary>
    public string? Width { get; set; }

    public bool Spellcheck { get; set; } = true;

    protected override IHtmlContent Control()
    {
        var input = Element("input", Width is null ? "input" : $"input input--{Width}");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        input.Attributes["value"] = Value;
        input.Attributes["maxlength"] = LongestText(Maxlength).ToString(CultureInfo.InvariantCulture);
        if (Inputmode is not null)
        {
            input.Attributes["inputmode"] = Inputmode;
        }

        if (!Spellcheck)
        {
            input.Attributes["spellcheck"] = "false";
        }

        return input;
    }
}

/// <summary><c>&lt;textarea-field for="Answer" label="What did they say?" maxlength="2000" rows="6" /&gt;</c></summary>
[HtmlTargetElement("textarea-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaFieldTagHelper : FieldTagHelper
{
    public int? Maxlength { get; set; }

    public int Rows { get; set; } = 5;

    protected override IHtmlContent Control()
    {
        var area = Element("textarea", "textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.Attributes["maxlength"] = LongestText(Maxlength).ToString(CultureInfo.InvariantCulture);

        // A browser takes away one line break straight after the tag: give it one, so that typed ones stay.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }
}

/// <summary>Three boxes for a date, as people know it from a form on paper; posts <c>Name.Day</c>, <c>Name.Month</c> and <c>Name.Year</c>.</summary>
[HtmlTargetElement("date-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    protected override bool IsGroup => true;

    protected override IHtmlContent Control()
    {
        var typed = For.Model as TypedDate ?? new TypedDate();
        var row = new TagBuilder("div");
        row.AddCssClass("row date");
        row.InnerHtml
            .AppendHtml(Box("Day", typed.Day, 2))
            .AppendHtml(Box("Month", typed.Month, 2))
            .AppendHtml(Box("Year", typed.Year, 4));
        return row;
    }

    private TagBuilder Box(string part, string? value, int longest)
    {
        // The first box has the field's own id: the error summary leads there.
        var id = part == "Day" ? Id : FieldIds.Of($"{Name}.{part}");
        var state = ViewContext.ViewData.ModelState.TryGetValue($"{Name}.{part}", out var entry) && entry.RawValue is not null ? entry.AttemptedValue : value;
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(part);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(longest == 4 ? "input input--4" : "input input--2");
        input.Attributes["id"] = id;
        input.Attributes["name"] = $"{Name}.{part}";
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["maxlength"] = longest.ToString(CultureInfo.InvariantCulture);
        input.Attributes["value"] = state ?? "";
        if (Error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        var box = new TagBuilder("div");
        box.InnerHtml.AppendHtml(label).AppendHtml(input);
        return box;
    }
}
