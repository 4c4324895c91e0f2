using System.Net;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.Counting;
using Medway.LocalOffer.Search.Jobs;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Search.Tests.Features;

/// <summary>What is kept of searches, who may read it, and what is not kept.</summary>
[Proves("listings")]
public sealed class CountingTests(SearchApp app) : IClassFixture<SearchApp>
{
    [Fact]
    public async Task Searches_ManyTimes_StandInTheReportsAndRareOrPersonalOnesDoNot()
    {
        for (var time = 0; time < 12; time++)
        {
            await app.GetAsync("/search?q=snorkelling");
            await app.GetAsync("/search?q=oliver%20autism");
            await app.GetAsync("/search?q=autism&near=ME3&kind=breaks_and_care");
        }

        await app.GetAsync("/search?q=kayaking");
        using (var visitor = app.CreateClient())
        {
            using var request = Opened("autism", "same-origin");
            (await visitor.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            using var elsewhere = Opened("autism", "cross-site");
            (await visitor.SendAsync(elsewhere, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        await LeaveWishAsync("A snorkelling club", "ME3");
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        var report = await analyst.PageAsync("/staff/search/reports");

        report.One("#nothing").TextContent.ShouldContain("snorkelling");
        report.One("#unopened").TextContent.ShouldContain("autism");
        report.One("#gaps").TextContent.ShouldContain("ME3");
        report.One("#gaps").TextContent.ShouldContain("Short breaks and care");
        report.One("#wishes").TextContent.ShouldContain("A snorkelling club");
        report.MainText.ShouldNotContain("oliver", Case.Insensitive);
        report.MainText.ShouldNotContain("kayaking");
        report.MainText.ShouldContain("not shown: 1 different searches");

        // Nothing of a person, a place or a time stands beside the words, and nothing of the words beside the place.
        var columns = await ColumnsAsync("asked_words");
        columns.ShouldBe(["id", "day", "words", "found", "asked", "opened"], ignoreOrder: true);
        (await ColumnsAsync("asked_places")).ShouldBe(["id", "day", "area", "choice", "asked", "nothing", "far"], ignoreOrder: true);
        (await AskAsync("select count(*) from search.asked_words where words like '%oliver%'")).ShouldBe(0L);
        (await AskAsync("select count(*) from search.asked_words where words = 'snorkelling'")).ShouldNotBe(0L);
    }

    [Fact]
    public async Task PublicLogin_MayAddCountsAndWishesAndReadNone()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.ConnectionString) { Username = "web_public" }.ConnectionString);
        foreach (var table in new[] { "asked_words", "asked_places", "wishes", "hidden_entries", "judgements", "rebuilds" })
        {
            await using var read = source.CreateCommand($"select count(*) from search.{table}");
            (await Should.ThrowAsync<PostgresException>(read.ExecuteScalarAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            await using var change = source.CreateCommand($"delete from search.{table}");
            (await Should.ThrowAsync<PostgresException>(change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
        }

        // The control: it may add, and it may read packs.
        await using var add = source.CreateCommand("insert into search.asked_words (id, day, words, found, asked, opened) values (gen_random_uuid(), '2020-01-01', 'x', 0, 1, 0)");
        (await add.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        await using var packs = source.CreateCommand("select count(*) from search.packs");
        (await packs.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Wish_LiesEncryptedAndRefusesWhatReachesAPerson()
    {
        await LeaveWishAsync("Swimming with a hoist, unusualword", "");

        (await AskAsync("select count(*) from search.wishes")).ShouldBeGreaterThan(0);
        (await AskAsync("select count(*) from search.wishes where position(convert_to('unusualword', 'utf8') in text) > 0")).ShouldBe(0L);
        using var client = app.CreateClient();
        var form = await client.PageAsync("/search/wish");
        var refused = await form.SubmitAsync(client, "main form", ("Text", "Call 07700 900123"), ("Near", "ME7"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("long number");
        refused.One("#f-Text").TextContent.Trim().ShouldBe("Call 07700 900123");
        (await form.SubmitAsync(client, "main form", ("Text", ""))).One(".summary").TextContent.ShouldContain("in a few words");
        (await form.SubmitAsync(client, "main form", ("Text", "A club"), ("Near", "Atlantis"))).One(".summary").TextContent.ShouldContain("do not know this place");
    }

    [Fact]
    public async Task AddUp_OfDaysThatAreOver_MakesOneRowAndForgetsTheOldest()
    {
        await ExecuteAsync(
            "insert into search.asked_words (id, day, words, found, asked, opened) values "
            + "(gen_random_uuid(), current_date - 2, 'addup', 3, 5, 1), (gen_random_uuid(), current_date - 2, 'addup', 3, 7, 2), (gen_random_uuid(), current_date - 1000, 'addup', 0, 1, 0)");
        for (var time = 0; time < 2; time++)
        {
            await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
            await scope.ServiceProvider.GetRequiredService<AddUpCountsJob>().RunAsync(new JobContext(Guid.CreateVersion7(), AddUpCountsJob.Kind, null, "{}", 1), CancellationToken.None);
            var rows = await scope.ServiceProvider.GetRequiredService<SearchDbContext>().AskedWords.Where(row => row.Words == "addup").ToListAsync(TestContext.Current.CancellationToken);

            var row = rows.ShouldHaveSingleItem();
            (row.Asked, row.Opened, row.Found).ShouldBe((12, 3, 3));
        }
    }

    [Fact]
    public async Task Search_AskedAgainFromMemory_IsCountedToo()
    {
        for (var time = 0; time < 9; time++)
        {
            await app.GetAsync("/search?q=geocaching");
        }

        await app.Services.GetRequiredService<SearchTally>().AddUpAsync(CancellationToken.None);

        (await AskAsync("select sum(asked) from search.asked_words where words = 'geocaching'")).ShouldBe(9L);
    }

    private static HttpRequestMessage Opened(string words, string site) => new(HttpMethod.Post, "/search/opened")
    {
        Content = new FormUrlEncodedContent([KeyValuePair.Create("q", words)]),
        Headers = { { "Sec-Fetch-Site", site } },
    };

    private async Task LeaveWishAsync(string text, string near)
    {
        using var client = app.CreateClient();
        var form = await client.PageAsync("/search/wish");
        var sent = await form.SubmitAsync(client, "main form", ("Text", text), ("Near", near));
        sent.Response.Headers.Location!.OriginalString.ShouldBe("/search/wish?sent=1");
        (await client.PageAsync("/search/wish?sent=1")).Heading.ShouldBe("Thank you");
    }

    private async Task<List<string>> ColumnsAsync(string table)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand($"select column_name from information_schema.columns where table_schema = 'search' and table_name = '{table}'");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> columns = [];
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private async Task<long> AskAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
