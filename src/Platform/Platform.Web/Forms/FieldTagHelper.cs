using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>
/// One question of a form: label, hint, error and the thing to fill in, tied together for screen readers. What was typed comes back from the
/// model state, so a refused form, and one that was kept, show it again.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question, in words; never left out.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help that stands before the field, never inside it.</summary>
    public string? Hint { get; set; }

    /// <summary>Left out: "" (off for nobody). For example <c>name</c> or <c>email</c>, where a person fills in something about themselves.</summary>
    public string? Autocomplete { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name as it is posted, and the key of its errors.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldIds.Of(Name);

    protected string? Error => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was typed, or else what the model holds.</summary>
    protected string Value => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
        ? entry.AttemptedValue ?? ""
        : Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";

    /// <summary>All values, for tick boxes.</summary>
    protected IReadOnlyList<string> Values => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
        ? entry.RawValue as string[] ?? [entry.AttemptedValue ?? ""]
        : For.Model is IEnumerable<string> many ? [.. many] : [Value];

    /// <summary>The ids of hint and error, as aria-describedby wants them.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Label.Length == 0)
        {
            throw new InvalidOperationException($"The field {Name} has no label.");
        }

        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field--error");
        if (IsGroup && DescribedBy is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        output.Content.AppendHtml(Head());
        if (Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.AddCssClass("hint");
            hint.Attributes["id"] = $"{Id}-hint";
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }

        if (Error is { } error)
        {
            output.Content.AppendHtml(ErrorMessage(error));
        }

        output.Content.AppendHtml(Control());
    }

    /// <summary>Whether several things answer one question.</summary>
    protected virtual bool IsGroup => false;

    protected abstract IHtmlContent Control();

    /// <summary>An input, select or textarea with what all of them share.</summary>
    protected TagBuilder Element(string tag, string style)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(style);
        element.Attributes["id"] = Id;
        element.Attributes["name"] = Name;
        if (DescribedBy is { } described)
        {
            element.Attributes["aria-describedby"] = described;
        }

        if (Error is not null)
        {
            element.Attributes["aria-invalid"] = "true";
        }

        if (Autocomplete is not null)
        {
            element.Attributes["autocomplete"] = Autocomplete;
        }

        return element;
    }

    /// <summary>Said on the field or by an attribute of the property; a text that anybody could make endless is a bug.</summary>
    protected int LongestText(int? said) =>
        said
        ?? For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
        ?? For.Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length
        ?? throw new InvalidOperationException($"The field {Name} has no maximum length.");

    private TagBuilder Head()
    {
        var head = new TagBuilder(IsGroup ? "legend" : "label");
        head.AddCssClass("label");
        if (!IsGroup)
        {
            head.Attributes["for"] = Id;
        }

        head.InnerHtml.Append(Label);
        return head;
    }

    private HtmlContentBuilder ErrorMessage(string error)
    {
        var icons = (Icons.Icons)ViewContext.HttpContext.RequestServices.GetService(typeof(Icons.Icons))!;
        var content = new HtmlContentBuilder();
        content.AppendHtml($"<p class=\"error\" id=\"{Id}-error\">");
        content.AppendHtml(icons.Html(ViewContext.HttpContext, "i-warn"));
        content.AppendHtml("<span><span class=\"vh\">Error: </span>").Append(error).AppendHtml("</span></p>");
        return content;
    }
}

/// <summary>The id of a field from its posted name; the error summary links to it.</summary>
public static class FieldIds
{
    public static string Of(string name) => "f-" + TagBuilder.CreateSanitizedId(name, "-");
}
