using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>
/// <c>&lt;a needs="@PeoplePermissions.ViewName" …&gt;</c>: shown to whoever holds the permission that the page behind it asks for, so that a link
/// leads nobody to a refusal. Put it on the item of a list to take the item away too.
/// </summary>
[HtmlTargetElement(Attributes = "needs")]
public sealed class NeedsTagHelper(PermissionRegistry permissions, Actor actor) : TagHelper
{
    /// <summary>Name of a permission; one that no module declares is a bug.</summary>
    public string Needs { get; set; } = "";

    /// <summary>Whoever may not follow it still reads its words.</summary>
    public bool KeepWords { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (actor.May(permissions.Named(Needs)))
        {
            return;
        }

        if (KeepWords)
        {
            output.TagName = null;
        }
        else
        {
            output.SuppressOutput();
        }
    }
}
