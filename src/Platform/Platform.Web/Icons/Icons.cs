using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Icons;

/// <summary>
/// Icons and drawings from the theme's sprite. Each is made once and kept: a results page shows a hundred and fifty. An icon never stands
/// alone, so all are hidden from screen readers and words stand beside them.
/// </summary>
public sealed class Icons
{
    private readonly ConcurrentDictionary<(string Name, string? Style), HtmlString> made = new();
    private string? sprite;

    /// <param name="context">Its endpoint knows the sprite's fingerprinted address.</param>
    /// <param name="name">An id in <c>themes/Medway/static/icons.svg</c>.</param>
    /// <param name="style">CSS class; by default icon, mark or draw after the name's first letter.</param>
    public IHtmlContent Html(HttpContext context, string name, string? style = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        sprite ??= "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["assets/icons.svg"] ?? "assets/icons.svg");
        return made.GetOrAdd((name, style), key => new HtmlString(
            $"""<svg class="{key.Style ?? StyleOf(key.Name)}" aria-hidden="true" focusable="false"><use href="{sprite}#{key.Name}"></use></svg>"""));
    }

    private static string StyleOf(string name) => name[0] switch
    {
        'm' or 'b' => "mark",
        'd' => "draw",
        _ => "icon",
    };
}
