using System.Net.Http.Headers;
using System.Text;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Listings.Tests.Support;

/// <summary>Files go in and come out over HTTP, as a browser without JavaScript sends and gets them.</summary>
internal static class Uploads
{
    public const string Csv = "listings";
    public const string Feed = "openreferral";

    /// <param name="client">Signed in.</param>
    /// <param name="content">Of the file.</param>
    /// <param name="format">Name of the import.</param>
    /// <param name="isTrial">The button "Try it".</param>
    /// <param name="fields">Others of the form.</param>
    public static async Task<Page> UploadAsync(this HttpClient client, byte[] content, string format, bool isTrial, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var form = await client.PageAsync("/staff/listings/import");
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(form.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(format), "Format" },
            { file, "Upload", "services.dat" },
        };
        foreach (var (name, value) in fields)
        {
            sent.Add(new StringContent(value), name);
        }

        return await Page.ReadAsync(await client.PostAsync(new Uri("/staff/listings/import" + (isTrial ? "" : "?handler=Load"), UriKind.Relative), sent));
    }

    public static Task<Page> UploadFeedAsync(this HttpClient client, string json, bool isTrial, params IReadOnlyList<(string Name, string Value)> fields) =>
        client.UploadAsync(Encoding.UTF8.GetBytes(json), Feed, isTrial, fields);

    /// <param name="client">Signed in.</param>
    /// <param name="format"><c>csv</c> or <c>open-referral</c>.</param>
    public static async Task<byte[]> TakeOutAsync(this HttpClient client, string format)
    {
        var form = await client.PageAsync("/staff/listings/export");
        using var sent = new FormUrlEncodedContent([
            new("__RequestVerificationToken", form.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Format", format)]);
        var response = await client.PostAsync(new Uri("/staff/listings/export", UriKind.Relative), sent);
        response.Content.Headers.ContentDisposition.ShouldNotBeNull(await response.Content.ReadAsStringAsync()).DispositionType.ShouldBe("attachment");
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Takes every service, organisation and place away, as on a new site.</summary>
    public static async Task EmptyAsync(this App app)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(
            "truncate listings.services, listings.organisations, listings.places cascade; delete from search.entries where source = 'service'");
        await command.ExecuteNonQueryAsync();
    }
}
