using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests;

/// <summary>What an officer hands over.</summary>
internal static class Lists
{
    /// <summary>Presses the button that saves a list.</summary>
    /// <param name="officer">Who gives it.</param>
    /// <param name="share">The page of the list.</param>
    public static async Task<string> SavedListAsync(this HttpClient officer, string share)
    {
        var page = await officer.PageAsync(share);
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", page.One("#save input[name=__RequestVerificationToken]").GetAttribute("value")!), new("hidden", page.One("#save input[name=hidden]").GetAttribute("value")!),
        ]);
        using var response = await officer.PostAsync(new Uri(share, UriKind.Relative), form);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return await response.Content.ReadAsStringAsync(Given.Now);
    }

    public static async Task<string> FullNameAsync(this App app, Guid person) =>
        (await app.AskAsync<IPeople, IReadOnlyDictionary<Guid, PersonName>>(people => people.NamesAsync([person], Given.Now)))[person].Full;
}
