using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Accounts.Tests.Features;

/// <summary>Nobody lets himself, or a colleague whom he made up, at families' records alone.</summary>
[Proves("accounts")]
public sealed class GivenRolesTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Records = "/staff/people";
    private const string Why = "Starts on Monday";

    public async ValueTask InitializeAsync() => await app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task RoleThatSeesPeople_WorksOnceASecondPersonAgrees()
    {
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        using var officer = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        var roles = await administrator.PageAsync($"/staff/accounts/{someone.AccountId}/roles");
        (await roles.SubmitAsync(administrator, "main form[method=post]", ("Role", Roles.TeamManager), ("Reason", Why))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await someone.Client.PageAsync(Records)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.PageAsync($"/staff/accounts/{someone.AccountId}")).MainText.ShouldContain("until a second person agrees");

        var address = (await officer.PageAsync("/staff")).All("a[href^='/staff/given-roles/']").ShouldHaveSingleItem().GetAttribute("href")!;
        (await administrator.PageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await officer.PageAsync(address);
        page.MainText.ShouldContain(Why);
        (await page.SubmitAsync(officer, "main form", ("Agree", ""), ("Reason", ""))).All(".summary li").Count.ShouldBe(2);
        (await page.SubmitAsync(officer, "main form", ("Agree", "True"), ("Reason", "I rang her"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await someone.Client.PageAsync(Records)).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.PageAsync("/staff")).All("a[href^='/staff/given-roles/']").ShouldBeEmpty();
        (await page.SubmitAsync(officer, "main form", ("Agree", "False"), ("Reason", "Again"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Invitation_NotYetOpened_CannotBeAgreedTo_ButRefused()
    {
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        using var officer = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var invited = await (await administrator.PageAsync("/staff/accounts/invite")).SubmitAsync(
            administrator, "main form[method=post]", ("Name", "Newcomer Sample"), ("Email", "newcomer@example.org"), ("Role", Roles.DutyLead), ("Reason", Why));
        invited.MainText.ShouldContain("works once");
        var page = await officer.PageAsync((await officer.PageAsync("/staff")).One("a[href^='/staff/given-roles/']").GetAttribute("href")!);

        var refused = await page.SubmitAsync(officer, "main form", ("Agree", "True"), ("Reason", "I know the name"));
        refused.One(".summary").TextContent.ShouldContain("has not opened the invitation");
        refused.One("[name=Reason]").TextContent.ShouldContain("I know the name");
        (await page.SubmitAsync(officer, "main form", ("Agree", "False"), ("Reason", "Nobody starts on Monday"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.PageAsync(invited.One("a[href^='/staff/accounts/']").GetAttribute("href")!)).MainText.ShouldNotContain(Roles.DutyLead);
    }

    [Fact]
    public async Task OwnRole_OrOneThatOneGave_NeedsSomebodyElse()
    {
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var both = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.PlatformAdministrator, Scope.Everything), new Grant(Roles.DataProtectionOfficer, Scope.Everything)]);
        using var second = await app.SignInAsAsync(Roles.AssistantDirector);
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        await (await both.Client.PageAsync($"/staff/accounts/{someone.AccountId}/roles"))
            .SubmitAsync(both.Client, "main form[method=post]", ("Role", Roles.DutyLead), ("Reason", Why));
        await (await administrator.PageAsync($"/staff/accounts/{both.AccountId}/roles"))
            .SubmitAsync(administrator, "main form[method=post]", ("Role", Roles.SafeguardingLead), ("Reason", Why));

        (await both.Client.PageAsync("/staff")).All("a[href^='/staff/given-roles/']").ShouldBeEmpty();
        foreach (var address in (await second.PageAsync("/staff")).All("a[href^='/staff/given-roles/']").Select(link => link.GetAttribute("href")!).ToList())
        {
            (await (await both.Client.PageAsync(address)).SubmitAsync(both.Client, "main form", ("Agree", "True"), ("Reason", "Mine")))
                .One(".summary").TextContent.ShouldContain("Somebody else must look at it");
            (await (await second.PageAsync(address)).SubmitAsync(second, "main form", ("Agree", "True"), ("Reason", "I rang them"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await someone.Client.PageAsync(Records)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task NewLink_OfAnAccountThatSeesPeople_IsShownToNobody()
    {
        using var administrator = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var lead = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.DutyLead, Scope.Everything)]);
        var author = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);

        async Task<Page> AskAsync(Guid id) => await (await administrator.PageAsync($"/staff/accounts/{id}/link"))
            .SubmitAsync(administrator, "main form[method=post]", ("ResetFactors", "true"), ("Reason", "The phone is lost"));

        var shown = await AskAsync(author.AccountId);
        shown.One("code.once").TextContent.ShouldContain("/link/");
        var kept = await AskAsync(lead.AccountId);
        kept.Status.ShouldBe(HttpStatusCode.OK);
        kept.MainText.ShouldContain("on its way to the work e-mail");
        kept.Body.ShouldNotContain("/link/");
    }
}
