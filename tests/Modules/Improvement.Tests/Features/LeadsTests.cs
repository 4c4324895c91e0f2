using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>Whoever leads a part tells the board of it, and of no other; and never says what difference it made.</summary>
[Proves("improvement")]
public sealed class LeadsTests(App app) : IClassFixture<App>
{
    private const string Mine = "6.3";
    private const string Theirs = "4.2";
    private const string Role = "Head of Safeguarding and Quality Assurance";

    private static readonly (string, string?)[] Words = [("StepsDone", "100"), ("Done", "We did it."), ("Difference", "Families say so."), ("Next", "Nothing."), ("Voice", "It helped us."), ("NoVoice", "")];

    [Fact]
    public async Task Lead_WritesOfTheirOwnPart_OfNoOther_AndCannotVerifyIt()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        await PlanBoardAsync(office);
        using var lead = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.BoardMember, Scope.Everything)]);
        var (mine, theirs) = (await PartAsync(office, Mine), await PartAsync(office, Theirs));
        (await lead.Client.PageAsync(mine)).All("a[href$='/update']").ShouldBeEmpty();

        // Before they lead it they may verify it, as any member of the board.
        var verify = await lead.Client.PageAsync($"{mine}/check");
        var open = await lead.Client.PageAsync($"{mine}/update");
        await NameAsync(office, $"{lead.AccountId:n}@example.org");

        var page = await lead.Client.PageAsync(mine);
        page.All("a[href$='/update']").Count.ShouldBe(1);
        page.All("a[href$='/check']").ShouldBeEmpty();
        page.All("a[href$='/move'], a[href$='/override']").ShouldBeEmpty();
        await RefusedAsync(lead.Client, verify);
        (await open.SubmitAsync(lead.Client, "main form", Words)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.Client.PageAsync(mine)).MainText.ShouldContain("Families say so.");

        (await lead.Client.PageAsync(theirs)).All("a[href$='/update']").ShouldBeEmpty();
        var other = await lead.Client.PageAsync($"{theirs}/update");
        other.MainText.ShouldContain("You do not lead this part");
        var refused = await other.SubmitAsync(lead.Client, "main form", Words);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("You do not lead this part");
        refused.One("textarea[name=Done]").TextContent.Trim().ShouldBe("We did it.");
        (await office.PageAsync(theirs)).MainText.ShouldNotContain("Families say so.");

        // The role goes to nobody: they write of it no more, and it stays their own work.
        await NameAsync(office, "");
        (await lead.Client.PageAsync(mine)).All("a[href$='/update']").ShouldBeEmpty();
        await RefusedAsync(lead.Client, verify);
    }

    private async Task RefusedAsync(HttpClient lead, Page verify)
    {
        var page = await verify.SubmitAsync(lead, "main form", [.. Day("PeriodEnd", app.Clock.Today().AddDays(-1)), ("IsMet", "yes"), ("Words", "It works.")]);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("You lead this part or wrote of it");
    }

    private static (string, string?)[] Day(string field, DateOnly day) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    private static async Task NameAsync(HttpClient office, string email) =>
        (await (await office.PageAsync("/staff/improvement/leads")).SubmitAsync(office, "main form", ("Role", Role), ("Email", email))).Status.ShouldBe(HttpStatusCode.Redirect);

    private static async Task<string> PartAsync(HttpClient client, string reference) =>
        (await client.PageAsync("/staff/improvement")).All("th a").Single(link => link.TextContent == reference).GetAttribute("href")!;

    private async Task PlanBoardAsync(HttpClient office) =>
        (await (await office.PageAsync("/staff/improvement/boards")).SubmitAsync(office, "main form", Day("HeldOn", app.Clock.Today().AddDays(10)))).Status.ShouldBe(HttpStatusCode.Redirect);
}
