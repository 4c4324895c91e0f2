using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Errors;

[Collection(Site.Name)]
public sealed class ForbiddenTests(App app)
{
    [Fact]
    public async Task Get_StaffWithoutARole_LearnsWhomToAsk()
    {
        using var newcomer = await app.SignInAsync();

        var page = await newcomer.PageAsync("/staff");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldBe("You have no role here yet");
        page.MainText.ShouldContain("Ask the person who runs your team");
        page.One("main a[href='/staff/sign-in/out']").TextContent.ShouldBe("Sign out");
        page.Html.Title!.ShouldContain("You have no role here yet");
    }

    [Fact]
    public async Task Get_StaffWithAnotherRole_LearnsWhatTheyHold()
    {
        using var author = await app.SignInAsAsync(Roles.Author);

        var page = await author.PageAsync("/staff/jobs");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.MainText.ShouldContain("You hold: Author.");
        page.One("main a[href='/staff']").TextContent.ShouldBe("Go to My work");
    }

    [Theory]
    [InlineData("/staff/people/0190b6c8-0000-7000-8000-000000000001")]
    [InlineData("/staff/ehcp/records/0190b6c8-0000-7000-8000-000000000001")]
    public async Task Get_ARecordThatIsNotThereForThem_LeadsToBreakGlass(string address)
    {
        using var coordinator = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));

        var page = await coordinator.PageAsync(address);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await coordinator.PageAsync(page.One("main a[href^='/staff/break-glass']").GetAttribute("href")!);
        form.One("[name=Record]").GetAttribute("value").ShouldBe(address);
    }

    [Fact]
    public async Task Get_ARecordThatIsNotThere_WithoutTheRightToBreakGlass_IsNotLedThere()
    {
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);

        var other = await head.PageAsync("/staff/ehcp/records/0190b6c8-0000-7000-8000-000000000001");

        other.Status.ShouldBe(HttpStatusCode.NotFound);
        other.All("main a[href^='/staff/break-glass']").ShouldBeEmpty("a link leads nobody to a refusal");
        other.MainText.ShouldContain("ask the person who runs your team");
        (await app.GetAsync("/nowhere")).MainText.ShouldNotContain("record");
    }

    [Fact]
    public async Task Get_VisitorAndProvider_LearnNothingOfRoles()
    {
        using var provider = await app.SignInAsAsync(Roles.Provider);

        foreach (var page in new[] { await app.GetAsync("/error/403"), await provider.PageAsync("/staff/jobs") })
        {
            page.Status.ShouldBe(HttpStatusCode.Forbidden);
            page.MainText.ShouldContain("This page is for people who work here.");
            page.MainText.ShouldNotContain("role");
        }
    }
}
