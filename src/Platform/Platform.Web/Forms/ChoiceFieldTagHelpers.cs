using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <param name="Value">As it is posted.</param>
/// <param name="Text">In words.</param>
/// <param name="Hint">One line under the words.</param>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <returns>Every value of the enum in its order, posted by its name.</returns>
    public static IReadOnlyList<Choice> OfAll<T>(Func<T, string> words, Func<T, string?>? hint = null)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words(value), hint?.Invoke(value)))];
}

/// <summary><c>&lt;select-field for="Role" label="Role" choices="Model.Roles" empty="Choose a role" /&gt;</c></summary>
[HtmlTargetElement("select-field", Attributes = "for,label,choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Words of a first choice that means none; left out: there is none.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Control()
    {
        var select = Element("select", "select input--l");
        var value = Value;
        foreach (var choice in (IEnumerable<Choice>)[.. Empty is null ? Array.Empty<Choice>() : [new Choice("", Empty)], .. Choices])
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (choice.Value == value)
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(choice.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }
}

/// <summary><c>&lt;radios-field for="How" label="How should we reply?" choices="Model.Ways" /&gt;</c>: one of a few.</summary>
[HtmlTargetElement("radios-field", Attributes = "for,label,choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosFieldTagHelper : PicksTagHelper
{
    protected override string Type => "radio";
}

/// <summary><c>&lt;checkboxes-field for="Needs" label="Which of these?" choices="Model.Needs" /&gt;</c>: any of a few.</summary>
[HtmlTargetElement("checkboxes-field", Attributes = "for,label,choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesFieldTagHelper : PicksTagHelper
{
    protected override string Type => "checkbox";
}

/// <summary>Rows that can be picked; the whole row presses.</summary>
public abstract class PicksTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    protected abstract string Type { get; }

    protected override bool IsGroup => true;

    protected override IHtmlContent Control()
    {
        var picks = new TagBuilder("div");
        picks.AddCssClass("picks");
        var chosen = Values;
        foreach (var (index, choice) in Choices.Index())
        {
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.Attributes["type"] = Type;
            input.Attributes["name"] = Name;
            input.Attributes["value"] = choice.Value;

            // The first has the field's own id: the error summary leads there.
            input.Attributes["id"] = index == 0 ? Id : $"{Id}-{(index + 1).ToString(CultureInfo.InvariantCulture)}";
            if (chosen.Contains(choice.Value))
            {
                input.Attributes["checked"] = "checked";
            }

            var words = new TagBuilder("span");
            words.InnerHtml.AppendHtml("<b>").Append(choice.Text).AppendHtml("</b>");
            if (choice.Hint is not null)
            {
                words.InnerHtml.AppendHtml("<small>").Append(choice.Hint).AppendHtml("</small>");
            }

            var pick = new TagBuilder("label");
            pick.AddCssClass("pick");
            pick.InnerHtml.AppendHtml(input).AppendHtml(words);
            picks.InnerHtml.AppendHtml(pick);
        }

        return picks;
    }
}
