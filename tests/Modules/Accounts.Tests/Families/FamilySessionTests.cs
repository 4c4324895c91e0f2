using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Tests.Families;

[Proves("accounts")]
public sealed class FamilySessionTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SignIn_SetsACookieThatScriptsAndOtherSitesDoNotGet_AndANewKeyEachTime()
    {
        var member = await app.MemberAsync();
        var link = await app.InviteAsync(member);
        var fixedKey = BrowserKey.New().Key;
        using var client = app.CreateClientWith(new Cookie(FamilySessions.CookieName, fixedKey, "/", "localhost") { Secure = true });
        var asked = await (await client.PageAsync(link)).SubmitAsync(client, "main form");

        var answer = await client.TypeAsync(await app.CodeAsync(member.Email));

        foreach (var (page, name) in new[] { (asked, FamilyCodes.CookieName), (answer, FamilySessions.CookieName) })
        {
            var cookie = page.Cookies().Last(c => c.StartsWith(name + "=", StringComparison.Ordinal)).ToLowerInvariant();
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("; httponly");
            cookie.ShouldContain("; samesite=lax");
            cookie.ShouldContain("; path=/");
            cookie.ShouldNotContain("domain=");
            cookie.ShouldNotContain(fixedKey.ToLowerInvariant());
        }

        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        using var attacker = app.CreateClientWith(new Cookie(FamilySessions.CookieName, fixedKey, "/", "localhost") { Secure = true });
        (await attacker.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not-base64!!")]
    [InlineData("' or 1=1 --")]
    public async Task Get_ACookieThatWeDidNotMake_IsNobody(string value)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/my");
        request.Headers.Add("Cookie", $"{FamilySessions.CookieName}={value}");

        (await client.SendAsync(request, Given.Now)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_AccessEnded_IsOutOnTheNextClick()
    {
        var member = await app.MemberAsync();
        using var client = await app.BoundAsync(member);
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);

        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var found = await (await staff.PageAsync("/staff/families")).SubmitAsync(staff, "form[action$='Find']", ("Person", member.PersonId.ToString()));
        var ended = await found.SubmitAsync(staff, "form[action$='End']", ("Why", "Moved away"));

        ended.MainText.ShouldContain("It has ended");
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_TwentyIdleMinutesOrEightHours_IsOut()
    {
        using var idle = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId);
        app.Clock.Move(TimeSpan.FromMinutes(19));
        (await idle.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Move(TimeSpan.FromMinutes(20));
        (await idle.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);

        using var busy = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId);
        var requests = 0;
        while ((await busy.PageAsync("/my")).Status == HttpStatusCode.OK && ++requests < 100)
        {
            app.Clock.Move(TimeSpan.FromMinutes(15));
        }

        requests.ShouldBe((int)(FamilySessions.Longest / TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task Shared_FromTheCodePageOrTheButton_EndsAfterFiveIdleMinutes()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        await client.AskAsync(member.Typed);
        await client.TypeAsync(await app.CodeAsync(member.Email), FamilySteps.TypeCode, ("IsShared", "true"));
        var page = await client.PageAsync("/my");
        page.MainText.ShouldContain("You are on a shared device");
        page.One("dialog.stay").GetAttribute("data-minutes").ShouldBe("5");

        var mine = await own.PageAsync("/my");
        mine.One("dialog.stay").GetAttribute("data-minutes").ShouldBe("20");
        await mine.SubmitAsync(own, "form[action$='Shared']");

        app.Clock.Move(TimeSpan.FromMinutes(4));
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        (await own.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Move(TimeSpan.FromMinutes(5));
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await own.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionOnTheServer_AndLeavesNothingBehind()
    {
        var member = await app.MemberAsync();
        var cookie = await app.FamilyCookieAsync(member.PersonId);
        using var client = app.CreateClientWith(cookie);

        var answer = await (await client.PageAsync("/my")).SubmitAsync(client, "form[action='/my/sign-in/out']");

        answer.Response.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"cookies\", \"storage\"");
        answer.Response.Headers.Location!.ToString().ShouldBe("/my/sign-in?out=yes");
        (await client.PageAsync("/my/sign-in?out=yes")).MainText.ShouldContain("You have signed out");
        using var thief = app.CreateClientWith(cookie);
        (await thief.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_TheOtherDoor_IsClosed()
    {
        using var family = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId, factors: 2);
        using var staff = await app.SignInAsAsync(Roles.TeamManager);

        (await family.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        (await family.PageAsync("/staff/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/my/sign-in")]
    [InlineData("/my/sign-in/code")]
    [InlineData("/my/sign-in/out")]
    [InlineData("/my?handler=Shared")]
    [InlineData("/my/security?handler=Send")]
    [InlineData("/join")]
    public async Task Post_WithoutAToken_IsRefused(string address)
    {
        using var client = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId);

        var forged = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]), Given.Now);

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/my")]
    [InlineData("/my/sign-in")]
    [InlineData("/my/security")]
    [InlineData("/my/documents")]
    [InlineData("/my/who-looked")]
    [InlineData("/join")]
    public async Task Get_FamilyPages_AreNotKeptNotFramed_AndCanBeLeftAtOnce(string address)
    {
        using var client = address is "/my/sign-in" ? app.CreateClient() : await app.SignInFamilyAsync((await app.MemberAsync()).PersonId, factors: 2);

        var page = await client.PageAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        page.One(".leave a").TextContent.ShouldContain("Leave this page");
        page.Html.Title.ShouldBe($"{page.Heading switch { "Who looked at our record" => "Who looked", var heading => heading }} – Medway Local Offer");
    }

    [Fact]
    public async Task Session_OfAFamily_ReachesOneRecordOnly()
    {
        var member = await app.MemberAsync();
        using var client = await app.SignInFamilyAsync(member.PersonId);
        await client.PageAsync("/my");

        var access = await app.AskAsync(context => context.FamilyAccess.SingleAsync(a => a.PersonId == member.PersonId));
        var session = new FamilySession([], access.Id, access.PersonId, access.Role, access.ContactPointId, 1, false, false, null);

        session.Grant.ShouldBe(new Grant(Roles.FamilyParty, Scope.Of(ScopeKind.Person, member.PersonId)));
        access.State.ShouldBe(FamilyAccessState.Active);
    }
}
