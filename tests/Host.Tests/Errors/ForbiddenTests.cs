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
