using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class SetUpTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Lead_SetsUpARound_PinsAPage_AndItOpensOnlyWithSignOffModeratorAndReplyDay()
    {
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var today = app.Clock.Today();
        var saved = await (await lead.PageAsync("/staff/codesign/rounds/new")).SubmitAsync(lead, "main form[method=post][novalidate]", Fields(today, "", null));
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
        var at = saved.Response.Headers.Location!.OriginalString.Split('#')[0];

        var parts = await lead.PageAsync(at + "/parts");
        (await parts.SubmitAsync(lead, "#add-page", [("Path", "/nowhere-at-all"), ("Asks", nameof(Ask.Understand))])).MainText.ShouldContain("There is no such page");
        (await parts.SubmitAsync(lead, "#add-page", [("Path", Panels.Page), ("Asks", nameof(Ask.Understand))])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parts.SubmitAsync(lead, "#add-task", [("Task", "Find a club near you that you could go to.")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parts.SubmitAsync(lead, "#add-task", [("Task", "")])).Status.ShouldBe(HttpStatusCode.BadRequest);
        var id = Guid.Parse(at.Split('/')[^1]);
        var kept = await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == id).OrderBy(part => part.Position).ToListAsync());
        kept.Select(part => part.Position).ShouldBe(Enumerable.Range(1, kept.Count));
        kept.Count(part => part.DocumentId != null).ShouldBeInRange(2, Part.MostOfAPage);
        kept.Where(part => part.DocumentId != null).ShouldAllBe(part => part.RevisionId != null && part.Html!.Length > 0 && part.Anchor != null);
        kept[^1].Ask.ShouldBe(Ask.FindIt);

        using var safe = await app.SignInAsAsync(Roles.SafeguardingLead);
        var look = await safe.PageAsync(at);
        (await look.SubmitAsync(safe, "form[action*='SignOff']", [])).MainText.ShouldContain("Tick that the data protection check is done");
        (await look.SubmitAsync(safe, "form[action*='SignOff']", [("DataProtection", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);

        var refused = await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action*='Move']", []);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Name a moderator first");

        using var moderator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Moderator, Scope.Everything)]);
        var change = await lead.PageAsync(at + "/change");
        (await change.SubmitAsync(lead, "main form[novalidate]", Fields(today, $"{moderator.AccountId:n}@example.org", null))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Rounds.SingleAsync(round => round.Id == id))).State.ShouldBe(RoundState.Draft, "what was signed off was something else");
        (await (await safe.PageAsync(at)).SubmitAsync(safe, "form[action*='SignOff']", [("DataProtection", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action*='Move']", [])).MainText.ShouldContain("Write the day by which young people hear");

        (await (await lead.PageAsync(at + "/change")).SubmitAsync(lead, "main form[novalidate]", Fields(today, $"{moderator.AccountId:n}@example.org", today.AddDays(20)))).Status
            .ShouldBe(HttpStatusCode.Redirect);
        (await (await safe.PageAsync(at)).SubmitAsync(safe, "form[action*='SignOff']", [("DataProtection", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action*='Move']", [])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Rounds.SingleAsync(round => round.Id == id))).State.ShouldBe(RoundState.Open);
        (await lead.PageAsync("/staff/codesign/rounds")).MainText.ShouldContain("Open");
    }

    [Fact]
    public async Task SignOff_ByWhoeverSetItUp_IsRefused()
    {
        using var both = await app.SignInAsync(new Grant(Roles.PanelLead, Scope.Everything), new Grant(Roles.SafeguardingLead, Scope.Everything));
        var saved = await (await both.PageAsync("/staff/codesign/rounds/new")).SubmitAsync(both, "main form[novalidate]", Fields(app.Clock.Today(), "", null));
        var at = saved.Response.Headers.Location!.OriginalString.Split('#')[0];
        await (await both.PageAsync(at + "/parts")).SubmitAsync(both, "#add-task", [("Task", "Find a club.")]);

        var refused = await (await both.PageAsync(at)).SubmitAsync(both, "form[action*='SignOff']", [("DataProtection", "true")]);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Somebody else has to sign it off");
    }

    [Theory]
    [InlineData("Name", "", "Give the round a name")]
    [InlineData("ClosesOn.Day", "99", "Write a day, a month and a year")]
    [InlineData("Moderator", "nobody@example.org", "Nobody signs in with this address")]
    public async Task SetUp_BadInput_SaysWhatToDoAndKeepsWhatWasTyped(string field, string value, string message)
    {
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var page = await (await lead.PageAsync("/staff/codesign/rounds/new")).SubmitAsync(
            lead, "main form[novalidate]", [.. Fields(app.Clock.Today(), "", null).Where(given => given.Name != field), (field, value)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(message);
        page.One("textarea[name=Purpose]").TextContent.Trim().ShouldBe("We want pages that are easy for you.");
    }

    private static (string Name, string? Value)[] Fields(DateOnly today, string moderator, DateOnly? reply) =>
    [
        ("Name", "Short breaks pages"), ("Purpose", "We want pages that are easy for you."), ("Moderator", moderator),
        .. Day("OpensOn", today), .. Day("ClosesOn", today.AddDays(7)), .. Day("ReplyOn", reply),
    ];

    private static (string Name, string? Value)[] Day(string name, DateOnly? day) => [($"{name}.Day", $"{day?.Day}"), ($"{name}.Month", $"{day?.Month}"), ($"{name}.Year", $"{day?.Year}")];
}
