using AngleSharp.Html.Dom;

namespace Medway.LocalOffer.Testing;

/// <summary>Fills in and sends a form of a page, as a browser without JavaScript does.</summary>
public static class Forms
{
    /// <summary>Gets a page with this client, cookies and all.</summary>
    public static async Task<Page> PageAsync(this HttpClient client, string address) =>
        await Page.ReadAsync(await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Sends the form with everything that stands in it, the antiforgery token too; a field that is given replaces what stands there.</summary>
    /// <param name="page">As <paramref name="client"/> got it.</param>
    /// <param name="client">Holds the antiforgery cookie.</param>
    /// <param name="form">A selector, for example <c>form[method=post]</c>.</param>
    /// <param name="fields">Name and value; a null value leaves the field out.</param>
    public static async Task<Page> SubmitAsync(this Page page, HttpClient client, string form, params IReadOnlyList<(string Name, string? Value)> fields)
    {
        var element = (IHtmlFormElement)page.One(form);
        var given = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        List<KeyValuePair<string, string>> values =
        [
            .. Standing(element).Where(field => !given.Contains(field.Key)),
            .. fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)),
        ];
        var action = element.GetAttribute("action") is { Length: > 0 } written ? written : page.Response.RequestMessage!.RequestUri!.PathAndQuery;
        using var content = new FormUrlEncodedContent(values);
        return await Page.ReadAsync(await client.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content));
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } text:
                    yield return KeyValuePair.Create(text.Name!, text.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
                    break;
            }
        }
    }
}
