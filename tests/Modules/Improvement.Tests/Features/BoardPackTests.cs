using System.Net;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>What the office, the board and guests do with packs and with what the board has to decide.</summary>
[Proves("improvement")]
public sealed class BoardPackTests(App app) : IClassFixture<App>
{
    private static readonly string[] Sections = ["headline", "voices", "changed", "overdue", "next", "figures", "risks", "decisions", "overridden", "parts"];

    [Fact]
    public async Task Pack_MadeWithOneClick_IsADocumentThatGuestsRead()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanAsync(office, 9);
        var list = await office.PageAsync("/staff/improvement/packs");

        var sent = await list.SubmitAsync(office, "main form");

        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        var at = sent.Response.Headers.Location!.OriginalString;
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        (await guest.PageAsync("/staff/improvement/packs")).All($"a[href='{at}']").Count.ShouldBe(1);
        var pack = await guest.PageAsync(at);
        pack.Status.ShouldBe(HttpStatusCode.OK);
        pack.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src 'sha256-");
        pack.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        pack.All("h1").Count.ShouldBe(1);
        pack.One("html").GetAttribute("lang").ShouldBe("en-GB");
        pack.All("h2").Select(heading => heading.Id).ShouldBe(Sections);
        pack.All("table").ShouldAllBe(table => table.QuerySelector("caption") != null && table.QuerySelectorAll("th[scope=col]").Length > 1 && table.QuerySelectorAll("tbody th[scope=row]").Length > 0);
        pack.All("#parts ~ table tbody tr").Count.ShouldBe(52);
        pack.All("[src], link, script").ShouldBeEmpty();
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync(at)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var member = await app.SignInAsAsync(Roles.BoardMember);
        (await member.PageAsync("/staff/improvement/packs")).All("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_OfABoardThatIsNotNext_IsRefused()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanAsync(office, 9);
        await PlanAsync(office, 51);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var later = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Boards.OrderByDescending(board => board.HeldOn).FirstAsync(TestContext.Current.CancellationToken);

        var page = await (await office.PageAsync($"/staff/improvement/boards/{later.Id}/pack")).SubmitAsync(office, "main form");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("meets first");
    }

    [Fact]
    public async Task Challenge_RaisedByAGuest_StaysOpenUntilTheOfficeSaysHowItEnded()
    {
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        var due = app.Clock.Today().AddDays(20);
        var form = await guest.PageAsync("/staff/improvement/matters/new");
        var sent = await form.SubmitAsync(
            guest, "main form", [.. Day("Due", due), ("Kind", "Challenge"), ("Title", "Nobody asked young people about puffins"), ("Words", "Ask them first."), ("Owner", "Chair of the board")]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        var at = sent.Response.Headers.Location!.OriginalString.Split('#')[0];

        (await guest.PageAsync("/staff/improvement/matters")).MainText.ShouldContain("puffins");
        (await (await guest.PageAsync($"{at}/note")).SubmitAsync(guest, "main form", ("Words", "We still wait."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await guest.PageAsync($"{at}/close")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var empty = await (await office.PageAsync($"{at}/close")).SubmitAsync(office, "main form", ("Words", ""));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.One(".summary").TextContent.ShouldContain("Write how it ended");
        var close = await office.PageAsync($"{at}/close");
        (await close.SubmitAsync(office, "main form", ("Words", "They were asked on Monday."))).Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await close.SubmitAsync(office, "main form", ("Words", "Closed twice"));
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.One(".summary").TextContent.ShouldContain("closed this already");

        (await guest.PageAsync("/staff/improvement/matters")).MainText.ShouldNotContain("puffins");
        (await guest.PageAsync("/staff/improvement/matters?state=closed&kind=Challenge")).MainText.ShouldContain("puffins");
        var seen = await guest.PageAsync(at);
        seen.MainText.ShouldContain("We still wait.");
        seen.MainText.ShouldContain("They were asked on Monday.");
        seen.MainText.ShouldContain(Roles.PartnerGuest);
    }

    [Fact]
    public async Task Matter_ThatCannotBe_IsSentBackWithWhatWasTyped()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await office.PageAsync("/staff/improvement/matters/new");
        var part = form.All("select[name=PartId] option").Skip(1).First().GetAttribute("value");

        var itself = await form.SubmitAsync(
            office, "main form", [.. Day("Due", app.Clock.Today().AddDays(-1)), ("Kind", "Dependency"), ("Title", "A wait"), ("Words", "Kept words"), ("PartId", part), ("WaitsForId", part), ("Owner", "")]);
        var nowhere = await form.SubmitAsync(
            office, "main form", [.. Day("Due", app.Clock.Today()), ("Kind", "Escalation"), ("Title", "Up"), ("Words", "Up"), ("PartId", "not a part"), ("Owner", "Chair")]);

        itself.Status.ShouldBe(HttpStatusCode.BadRequest);
        var summary = itself.One(".summary").TextContent;
        summary.ShouldContain("A part cannot wait for itself");
        summary.ShouldContain("This day has passed");
        summary.ShouldContain("Write who answers for it");
        itself.One("textarea[name=Words]").TextContent.Trim().ShouldBe("Kept words");
        nowhere.One(".summary").TextContent.ShouldContain("Choose whom the board asks");
    }

    [Fact]
    public async Task Comment_OfAGuest_IsReadByTheOffice_AndBySomebodyElsesRoleNot()
    {
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        var at = (await guest.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == "4.1c").GetAttribute("href")!;

        (await (await guest.PageAsync($"{at}/comment")).SubmitAsync(guest, "main form", ("Words", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await (await guest.PageAsync($"{at}/comment")).SubmitAsync(guest, "main form", ("Words", "The forum wants a seat."))).Status.ShouldBe(HttpStatusCode.Redirect);

        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var part = await office.PageAsync(at);
        part.MainText.ShouldContain("The forum wants a seat.");
        part.MainText.ShouldContain(Roles.PartnerGuest);
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        (await analyst.PageAsync($"{at}/comment")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.PageAsync(at)).All("a[href$='/comment']").ShouldBeEmpty();
    }

    [Fact]
    public async Task PacksAndMatters_OnceWritten_CannotBeChangedOrTakenAwayByTheSite()
    {
        var source = app.Services.GetRequiredService<Databases>().For(DatabaseLogin.Private);
        foreach (var table in new[]
        {
            "board_packs", "matters", "matter_notes", "part_comments", "updates", "update_seals", "due_moves", "impact_checks", "evidence", "colour_overrides", "lead_holders", "duty_records",
            "agency_guests", "engagements", "engagement_changes", "charters", "charter_signatures", "charter_looks", "briefings", "briefing_attendance", "plans", "parts",
        })
        {
            await DoAsync(source, $"select * from improvement.{table} limit 1");
            foreach (var sql in new[] { $"delete from improvement.{table}", $"truncate improvement.{table}", $"update improvement.{table} set {(table == "update_seals" ? "number = number" : "id = id")}" })
            {
                (await Should.ThrowAsync<PostgresException>(() => DoAsync(source, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
            }
        }
    }

    private static async Task DoAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static (string, string?)[] Day(string field, DateOnly day) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    /// <summary>Tests share a database: whoever comes second finds the board written down.</summary>
    private async Task PlanAsync(HttpClient office, int days)
    {
        var sent = await (await office.PageAsync("/staff/improvement/boards")).SubmitAsync(office, "main form", Day("HeldOn", app.Clock.Today().AddDays(days)));
        (sent.Status == HttpStatusCode.Redirect || sent.MainText.Contains("written down already", StringComparison.Ordinal)).ShouldBeTrue(sent.MainText);
    }
}
