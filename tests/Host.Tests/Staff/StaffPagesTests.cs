using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Staff;

/// <summary>What all staff pages of the host have in common; these tests only read.</summary>
[Collection(Site.Name)]
public sealed class StaffPagesTests(App app)
{
    public static readonly TheoryData<string, string, string> Doors = new()
    {
        { "/staff", Roles.BoardMember, Roles.Provider },
        { "/staff/settings", Roles.LocalOfferOfficer, Roles.Editor },
        { "/staff/settings", Roles.PlatformAdministrator, Roles.EhcCoordinator },
        { "/staff/settings/to-confirm", Roles.LocalOfferOfficer, Roles.Analyst },
        { "/staff/settings/site.council-phone/change", Roles.LocalOfferOfficer, Roles.Publisher },
        { "/staff/jobs", Roles.PlatformAdministrator, Roles.LocalOfferOfficer },
        { "/staff/imports", Roles.LocalOfferOfficer, Roles.Author },
        { "/staff/still-here", Roles.Analyst, Roles.Provider },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Get_StaffPage_OpensOnlyForItsRoles(string address, string may, string mayNot)
    {
        using var insider = await app.SignInAsAsync(may);
        using var outsider = await app.SignInAsAsync(mayNot);
        using var nobody = app.CreateClient();

        (await insider.PageAsync(address)).Response.IsSuccessStatusCode.ShouldBeTrue();
        (await outsider.PageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var asked = await nobody.PageAsync(address);
        asked.Status.ShouldBe(HttpStatusCode.Redirect);
        asked.Response.Headers.Location!.OriginalString.ShouldStartWith("/staff/sign-in");
    }

    [Theory]
    [InlineData("/staff/settings/site.no-such-thing/change")]
    [InlineData("/staff/imports/00000000-0000-7000-8000-000000000000")]
    [InlineData("/staff/imports/not-an-id")]
    public async Task Get_UnknownThing_IsNotFound(string address)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Menu_HoldsOnlyWhatThisPersonMayOpen()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var analyst = await app.SignInAsAsync(Roles.Analyst);

        var page = await officer.PageAsync("/staff/settings/to-confirm");
        var links = page.All(".sidenav a").Select(link => link.GetAttribute("href")).ToList();
        links.ShouldContain("/staff/settings");
        links.ShouldNotContain("/staff/jobs");
        page.All(".sidenav [aria-current=page]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/staff/settings");
        page.One(".who").TextContent.ShouldContain("Test Account");
        page.One(".who").TextContent.ShouldContain(Roles.LocalOfferOfficer);
        page.One("form[method=post][action='/staff/sign-in/out'] button").TextContent.ShouldContain("Sign out");
        (await analyst.PageAsync("/staff")).All(".sidenav a").Select(link => link.GetAttribute("href")).ShouldNotContain("/staff/settings");
    }

    [Theory]
    [InlineData("/staff/settings?page=-1&sort=nonsense&state=nonsense")]
    [InlineData("/staff/settings?page=99999999999999&sort=")]
    [InlineData("/staff/settings?page=%00&words=%00%27%3Cscript%3E")]
    [InlineData("/staff/imports?page=abc&state=9")]
    public async Task Get_ListWithBadAddress_StillShowsAList(string address)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.PageAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldNotBeNullOrEmpty();
        page.Body.ShouldNotContain("'<script>");
    }

    [Fact]
    public async Task Get_ListWithUnknownChoice_SaysWhatWasLeftOut()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.PageAsync("/staff/settings?state=nonsense")).MainText.ShouldContain("We left out a choice that we do not know: Which.");
        (await officer.PageAsync("/staff/settings?state=unset")).MainText.ShouldNotContain("We left out");
    }

    [Fact]
    public async Task Get_List_SortsByItsHeadingsAndSaysHow()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.PageAsync("/staff/settings");
        page.One("th[aria-sort]").GetAttribute("aria-sort").ShouldBe("ascending");
        var other = await officer.PageAsync(page.One("th[aria-sort] a").GetAttribute("href")!);

        other.One("th[aria-sort]").GetAttribute("aria-sort").ShouldBe("descending");
        Names(other).ShouldBe(Names(page).Reverse());
        (await officer.PageAsync("/staff/settings?words=sendiass")).All("tbody tr").ShouldHaveSingleItem();
        (await officer.PageAsync("/staff/settings?words=xqzvw")).MainText.ShouldContain("Nothing fits these choices.");

        static IEnumerable<string> Names(Page page) => page.All("tbody code").Select(name => name.TextContent);
    }

    [Fact]
    public async Task Get_StillHere_KeepsTheSession()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.PageAsync("/staff");
        var answer = await officer.PageAsync(page.One("dialog.stay").GetAttribute("data-still-here")!);

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        page.One("dialog.stay").HasAttribute("open").ShouldBeFalse();
    }
}
