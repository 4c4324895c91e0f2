using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Host.Tests;

internal static class Results
{
    /// <summary>The services of one page of results, in its order.</summary>
    public static IEnumerable<string> SlugsOf(Page page) =>
        page.All(".card h3 a[href^='/services/']").Select(link => link.GetAttribute("href")!["/services/".Length..]);

    /// <summary>The services of every page of results, found by pressing "next page".</summary>
    public static async Task<List<string>> FoundAsync(this App app, string address)
    {
        List<string> found = [];
        for (var next = address; next is not null;)
        {
            var page = await app.GetAsync(next);
            found.AddRange(SlugsOf(page));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
            found.Count.ShouldBeLessThan(2_000, "the pages never end");
        }

        return found;
    }

    /// <summary>The first column of what the host's database answers to its owner.</summary>
    public static async Task<List<string>> QueryAsync(this App app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }
}
