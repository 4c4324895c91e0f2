using System.Text.Encodings.Web;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Microsoft.AspNetCore.Html;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>A choice of the form up to its count. A page of results has seventy, and only the count differs: each is made once, ticked and not.</summary>
internal static class Tickbox
{
    private static readonly Dictionary<(string Field, string Value), (HtmlString Ticked, HtmlString Blank)> Made = ChoiceGroups.More
        .SelectMany(group => group.Offered, (group, facet) => (group.Field, Facet: facet))
        .ToDictionary(choice => (choice.Field, choice.Facet.Value), choice => (Html(choice.Field, choice.Facet, " checked"), Html(choice.Field, choice.Facet, "")));

    public static HtmlString Of(ChoiceGroup group, Facet facet, bool isTicked)
    {
        var (ticked, blank) = Made[(group.Field, facet.Value)];
        return isTicked ? ticked : blank;
    }

    private static HtmlString Html(string field, Facet facet, string isChecked)
    {
        var html = HtmlEncoder.Default;
        return new($"""<label class="tickbox"><input type="checkbox" name="{html.Encode(field)}" value="{html.Encode(facet.Value)}"{isChecked}> {html.Encode(facet.Words)} (""");
    }
}
