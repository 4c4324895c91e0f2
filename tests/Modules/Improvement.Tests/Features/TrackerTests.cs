using System.Net;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Improvement.Tests.Features;

public sealed class TrackerTests(App app) : IClassFixture<App>
{
    private static readonly (string, string?)[] Words = [("StepsDone", "100"), ("Done", "We did it."), ("Difference", "Families say so."), ("Next", "Nothing."), ("Voice", "It helped us."), ("NoVoice", "")];

    [Fact]
    [Proves("improvement")]
    public async Task Part_ToldDoneAndSeenTwiceBySomebodyElse_TurnsBlueAndNotBefore()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanBoardAsync(office);
        var at = await PartAsync(office, "1.2");
        (await office.PageAsync(at)).MainText.ShouldContain("Grey");

        var sent = await (await office.PageAsync($"{at}/update")).SubmitAsync(office, "main form", Words);

        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        var told = await office.PageAsync(at);
        told.MainText.ShouldContain("Amber");
        told.MainText.ShouldContain("Done, and not yet shown to have made a difference.");
        told.MainText.ShouldContain("It helped us.");

        using var partner = await app.SignInAsAsync(Roles.PartnerGuest);
        (await partner.PageAsync("/staff")).MainText.ShouldContain("nobody has shown that");
        await CheckAsync(partner, at, app.Clock.Today().AddDays(-60), "yes");
        (await partner.PageAsync(at)).MainText.ShouldContain("Amber");
        await CheckAsync(partner, at, app.Clock.Today().AddDays(-55), "yes");
        (await partner.PageAsync(at)).MainText.ShouldContain("Amber", Case.Sensitive, "two days of one week are one period");
        await CheckAsync(partner, at, app.Clock.Today().AddDays(-1), "yes");
        (await partner.PageAsync(at)).MainText.ShouldContain("Blue");
        (await partner.PageAsync("/staff/improvement")).One("table caption, caption").ShouldNotBeNull();
        await CheckAsync(partner, at, app.Clock.Today(), "no");
        (await partner.PageAsync(at)).MainText.ShouldContain("Amber");
    }

    [Fact]
    public async Task Update_WithNothingInIt_SaysWhatToDoAndKeepsTheRest()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanBoardAsync(office);
        var at = await PartAsync(office, "3.7b");
        var form = await office.PageAsync($"{at}/update");

        var page = await form.SubmitAsync(office, "main form", ("StepsDone", "101"), ("Done", "Something"), ("Difference", ""), ("Next", "x"), ("Voice", "They said"), ("NoVoice", "No time"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        var summary = page.One(".summary").TextContent;
        summary.ShouldContain("a whole number from 0 to 100");
        summary.ShouldContain("Write what difference it made");
        summary.ShouldContain("not both");
        page.One("textarea[name=Done]").TextContent.Trim().ShouldBe("Something");
        page.One("input[name=StepsDone]").GetAttribute("value").ShouldBe("101");
    }

    [Fact]
    [Proves("improvement")]
    public async Task Date_Moved_KeepsTheFirstAndCountsTheDays()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var at = await PartAsync(office, "5.1a");
        var form = await office.PageAsync($"{at}/move");

        var past = await form.SubmitAsync(office, "main form", [.. Day("To", app.Clock.Today().AddDays(-1)), ("Reason", "Late")]);
        past.Status.ShouldBe(HttpStatusCode.BadRequest);
        past.One(".summary").TextContent.ShouldContain("This day has passed");
        (await form.SubmitAsync(office, "main form", ("To.Day", "31"), ("To.Month", "2"), ("To.Year", "2027"), ("Reason", "Late"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var later = app.Clock.Today().AddDays(90);
        (await form.SubmitAsync(office, "main form", [.. Day("To", later), ("Reason", "It took longer")])).Status.ShouldBe(HttpStatusCode.Redirect);

        var part = await office.PageAsync(at);
        part.MainText.ShouldContain("31 December 2024");
        part.MainText.ShouldContain($"slipped by {later.DayNumber - new DateOnly(2024, 12, 31).DayNumber} days");
        part.MainText.ShouldContain("It took longer");
    }

    [Fact]
    public async Task Evidence_ThatIsNoFile_IsRefused_AndAFileIsTakenAndGivenBack()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var at = await PartAsync(office, "6.1b");

        var none = await UploadAsync(office, at, null);
        none.Status.ShouldBe(HttpStatusCode.BadRequest);
        none.One(".summary").TextContent.ShouldContain("Choose a file");
        none.One("input[name=Claim]").GetAttribute("value").ShouldBe("It shows it");
        (await UploadAsync(office, at, [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(office, at, "Plain words of a report"u8.ToArray())).Status.ShouldBe(HttpStatusCode.Redirect);

        var part = await office.PageAsync(at);
        var link = part.One("a[href^='/staff/improvement/evidence/']");
        link.TextContent.ShouldBe("It shows it");
        (await office.GetStringAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("Plain words of a report");
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Proves("improvement")]
    public async Task Override_IsOneStepAndSaysSo()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanBoardAsync(office);
        var at = await PartAsync(office, "3.4a");
        (await (await office.PageAsync($"{at}/update")).SubmitAsync(office, "main form", [("StepsDone", "50"), .. Words.Skip(1)])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await office.PageAsync(at)).MainText.ShouldContain("Red");
        var form = await office.PageAsync($"{at}/override");

        (await form.SubmitAsync(office, "main form", ("To", "Green"), ("Reason", "It feels fine"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(office, "main form", ("To", "Blue"), ("Reason", "It feels fine"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(office, "main form", ("To", "Amber"), ("Reason", "The last step is booked"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var part = await office.PageAsync(at);
        part.MainText.ShouldContain("Amber");
        part.MainText.ShouldContain("The last step is booked");
        (await office.PageAsync("/staff/improvement")).MainText.ShouldContain("somebody’s word instead of the rule’s");
    }

    [Fact]
    [Proves("improvement")]
    public async Task Rows_OnceWritten_CannotBeChangedOrTakenAway()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanBoardAsync(office);
        var at = await PartAsync(office, "1.3");
        (await (await office.PageAsync($"{at}/update")).SubmitAsync(office, "main form", Words)).Status.ShouldBe(HttpStatusCode.Redirect);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();

        (await context.Updates.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        (await Should.ThrowAsync<PostgresException>(() => context.Updates.ExecuteDeleteAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => context.Updates.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.StepsDone, 1)))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => context.Parts.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.OriginalDue, new DateOnly(2030, 1, 1))))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static (string, string?)[] Day(string field, DateOnly day) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    private static async Task<string> PartAsync(HttpClient client, string reference) =>
        (await client.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == reference).GetAttribute("href")!;

    /// <summary>Tests share a database: whoever comes second finds the board written down.</summary>
    private async Task PlanBoardAsync(HttpClient office)
    {
        var form = await office.PageAsync("/staff/improvement/boards");
        var sent = await form.SubmitAsync(office, "main form", Day("HeldOn", app.Clock.Today().AddDays(10)));
        (sent.Status == HttpStatusCode.Redirect || sent.MainText.Contains("written down already", StringComparison.Ordinal)).ShouldBeTrue(sent.MainText);
    }

    private static async Task CheckAsync(HttpClient partner, string at, DateOnly until, string answer)
    {
        var form = await partner.PageAsync($"{at}/check");
        (await form.SubmitAsync(partner, "main form", [.. Day("PeriodEnd", until), ("IsMet", answer), ("Words", "We asked twelve families.")])).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<Page> UploadAsync(HttpClient office, string at, byte[]? file)
    {
        var form = await office.PageAsync($"{at}/evidence/new");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in (IEnumerable<(string, string?)>)[.. Day("ReviewOn", app.Clock.Today().AddMonths(3)), ("Claim", "It shows it"), ("__RequestVerificationToken", form.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)])
        {
            content.Add(new StringContent(value!), name);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "File", "report.txt");
        }

        return await Page.ReadAsync(await office.PostAsync(new Uri($"{at}/evidence/new", UriKind.Relative), content, TestContext.Current.CancellationToken));
    }
}
