using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.People.Tests;

/// <summary>Forms of the record's pages, as staff fill them in.</summary>
internal static class Steps
{
    public static string At(Guid personId, string page = "") => $"/staff/people/{personId}{page}";

    /// <summary>Opens the page and sends its form.</summary>
    public static async Task<Page> FillInAsync(this HttpClient client, string address, params (string, string?)[] fields) =>
        await (await client.PageAsync(address)).SubmitAsync(client, $"main form[method=post]", fields);

    public static Task<Page> FindAsync(this HttpClient client, params (string, string?)[] fields) => client.FillInAsync("/staff/people", fields);

    public static (string, string?)[] Date(string field, DateOnly day) =>
        [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];
}
