using System.Net;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>What families read about the plan: words that two people stand for, frozen on the day they were published.</summary>
[Proves("improvement")]
public sealed class ProgressTests(App app) : IClassFixture<App>
{
    private static readonly (string, string?)[] Words =
    [
        ("Title", "A safe place to ask"), ("YouSaid", "We do not know who to ask."), ("WeWill", "We will put all the names on one page."), ("WeDid", "We have made a list."),
        ("EasyYouSaid", "You do not know who to ask."), ("EasyWeWill", "We will make a page.\nIt has all the names."), ("EasyWeDid", "We made a list."),
    ];

    [Fact]
    public async Task Words_WrittenByOneAndPublishedByAnother_AreAllThatFamiliesRead()
    {
        using var writer = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var part = await PartAsync(writer, "2.1b");
        await TellAsync(writer, part, "40", "sentinel of the board");
        var at = await WriteAsync(writer, part, Words);
        (await app.GetAsync("/progress")).MainText.ShouldNotContain("A safe place to ask");
        (await writer.PageAsync(at)).All("main form").ShouldBeEmpty();
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        (await head.PageAsync("/staff")).MainText.ShouldContain("for a second person");
        var form = await head.PageAsync(at);
        form.MainText.ShouldContain("sentinel of the board");
        var own = await form.SubmitAsync(head, "main form", ("Answer", ""));
        own.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(head, "main form", ("Answer", "no"), ("Reason", ""))).One(".summary").TextContent.ShouldContain("Write what should be different");

        (await form.SubmitAsync(head, "main form", ("Answer", "yes"), ("Reason", ""))).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await UntilAsync("/progress", shown => shown.MainText.Contains("A safe place to ask", StringComparison.Ordinal));
        page.MainText.ShouldContain("We will put all the names on one page.");
        page.MainText.ShouldContain("by the end of December 2024");
        page.MainText.ShouldContain("Late.");
        page.Body.ShouldNotContain("sentinel of the board");
        PageWords.ReadingAgeOf(page.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
        var easy = await app.GetAsync("/progress/easy-read");
        easy.MainText.ShouldContain("It has all the names.");
        easy.Body.ShouldNotContain("sentinel of the board");
        (await app.GetAsync("/")).All("footer a[href='/progress']").Count.ShouldBe(1);
        (await app.GetAsync("/sitemap.xml")).Body.ShouldContain("/sitemap/progress.xml");
        (await app.GetAsync("/sitemap/progress.xml")).Body.ShouldContain("/progress</loc>");

        // Frozen: the part is done now, and the page says so only when somebody publishes it again.
        await TellAsync(writer, part, "100", "done");
        (await app.GetAsync("/progress")).MainText.ShouldContain("Late.");
        (await head.PageAsync(at)).All("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_ThatFamiliesCannotRead_AreSentBackWithWhatWasTyped()
    {
        using var writer = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await writer.PageAsync($"{await PartAsync(writer, "2.1d")}/public");

        var page = await form.SubmitAsync(
            writer, "main form",
            [.. Words.Where(word => word.Item1 is not "WeWill" and not "EasyWeWill"),
                ("WeWill", "Multidisciplinary stakeholders will operationalise collaboratively commissioned communication methodologies, facilitating dissemination."),
                ("EasyWeWill", "We will do it. And then we do more.")]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        var summary = page.One(".summary").TextContent;
        summary.ShouldContain("a child of 11 can read it");
        summary.ShouldContain("Start a new line after each sentence");
        page.One("textarea[name=YouSaid]").TextContent.Trim().ShouldBe("We do not know who to ask.");
        var nothing = await form.SubmitAsync(writer, "main form");
        nothing.Status.ShouldBe(HttpStatusCode.BadRequest);
        nothing.One(".summary").TextContent.ShouldContain("Write what we will do");
    }

    [Fact]
    public async Task Words_TakenDown_AreGoneFromThePage()
    {
        using var writer = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        var part = await PartAsync(writer, "6.2");
        var at = await WriteAsync(writer, part, [("Title", "Otters in the river"), .. Words.Skip(1)]);
        (await (await head.PageAsync(at)).SubmitAsync(head, "main form", ("Answer", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await UntilAsync("/progress", shown => shown.MainText.Contains("Otters", StringComparison.Ordinal));
        var form = await head.PageAsync($"{part}/take-down");

        (await form.SubmitAsync(head, "main form", ("Reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(head, "main form", ("Reason", "It was not true"))).Status.ShouldBe(HttpStatusCode.Redirect);

        await UntilAsync("/progress", shown => !shown.MainText.Contains("Otters", StringComparison.Ordinal));
        (await app.GetAsync("/progress/easy-read")).MainText.ShouldNotContain("Otters");
        (await form.SubmitAsync(head, "main form", ("Reason", "Again"))).One(".summary").TextContent.ShouldContain("not on the public page");
    }

    [Fact]
    public async Task PublicLogin_ReadsWhatIsPublished_AndNobodyOfTheSiteChangesIt()
    {
        var databases = app.Services.GetRequiredService<Databases>();

        (await StateAsync(databases, DatabaseLogin.Public, "select * from published.progress_parts limit 1")).ShouldBeNull();
        foreach (var (login, sql) in new[]
        {
            (DatabaseLogin.Public, "select * from improvement.public_words"),
            (DatabaseLogin.Public, "select * from improvement.updates"),
            (DatabaseLogin.Public, "insert into published.progress_parts select * from published.progress_parts"),
            (DatabaseLogin.Private, "delete from published.progress_parts"),
            (DatabaseLogin.Private, "update published.progress_parts set title = ''"),
            (DatabaseLogin.Private, "delete from improvement.public_decisions"),
        })
        {
            (await StateAsync(databases, login, sql)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    private static async Task<string?> StateAsync(Databases databases, DatabaseLogin login, string sql)
    {
        try
        {
            await using var command = databases.For(login).CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task<string> PartAsync(HttpClient client, string reference) =>
        (await client.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == reference).GetAttribute("href")!;

    private async Task TellAsync(HttpClient office, string part, string steps, string done)
    {
        var day = app.Clock.Today().AddDays(10);
        await (await office.PageAsync("/staff/improvement/boards")).SubmitAsync(office, "main form", ("HeldOn.Day", $"{day.Day}"), ("HeldOn.Month", $"{day.Month}"), ("HeldOn.Year", $"{day.Year}"));
        var sent = await (await office.PageAsync($"{part}/update")).SubmitAsync(
            office, "main form", ("StepsDone", steps), ("Done", done), ("Difference", "None yet"), ("Next", "More"), ("Voice", ""), ("NoVoice", "No time"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
    }

    /// <returns>Where the words are decided about.</returns>
    private async Task<string> WriteAsync(HttpClient writer, string part, IReadOnlyList<(string, string?)> words)
    {
        var sent = await (await writer.PageAsync($"{part}/public")).SubmitAsync(writer, "main form", words);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var id = Guid.Parse(part.Split('/')[^1]);
        var written = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().PublicTexts.Where(one => one.PartId == id).OrderByDescending(one => one.At).FirstAsync();
        return $"/staff/improvement/public/{written.Id}";
    }

    /// <summary>A cached page is dropped a moment after what stands on it was published.</summary>
    private async Task<Page> UntilAsync(string address, Func<Page, bool> shown)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var page = await app.GetAsync(address);
            if (shown(page))
            {
                return page;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{address} never showed it.");
    }
}
