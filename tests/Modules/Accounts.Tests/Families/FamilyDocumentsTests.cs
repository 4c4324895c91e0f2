using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Tests.Families;

[Proves("accounts")]
public sealed class FamilyDocumentsTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    private const string Documents = "/my/documents";
    private const string Open = "There are no documents for you here yet";

    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_OneFactor_AsksForASecondCode_ByAnotherWay_AndThenOpens()
    {
        var member = await app.MemberAsync();
        using var client = await app.BoundAsync(member);
        var refused = await client.PageAsync(Documents);
        refused.Response.Headers.Location!.ToString().ShouldBe("/my/security?return=%2Fmy%2Fdocuments");

        var security = await client.PageAsync(refused.Response.Headers.Location.ToString());
        security.Heading.ShouldBe("Show again that it is you");
        security.MainText.ShouldNotContain("Set up an app");
        var before = await app.SessionsAsync();
        var asked = await security.SubmitAsync(client, "form[action$='Send']");
        asked.Response.Headers.Location!.ToString().ShouldStartWith("/my/security/code");
        var code = await app.CodeAsync(member.Phone);
        (await client.TypeAsync(FamilySteps.Wrong(code), asked.Response.Headers.Location.ToString())).Status.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await client.TypeAsync(code, asked.Response.Headers.Location.ToString());

        answer.Response.Headers.Location!.ToString().ShouldBe(Documents);
        (await client.PageAsync(Documents)).MainText.ShouldContain(Open);
        (await app.SessionsAsync()).ShouldBe(before + 1);
        (await app.AskAsync(context => context.Sessions.CountAsync(s => s.AccessId != null && s.EndedAt == null && s.Factors == 1))).ShouldBe(0);
    }

    [Fact]
    public async Task Get_SecondCode_WhenNobodyAskedForOne_LeadsToWhereOneAsks()
    {
        var member = await app.MemberAsync();
        using var client = await app.BoundAsync(member);

        (await client.PageAsync("/my/security/code")).Response.Headers.Location!.ToString().ShouldBe("/my/security");
        (await client.PageAsync("/my/security/code?return=/my/documents")).Response.Headers.Location!.ToString()
            .ShouldBe("/my/security?return=%2Fmy%2Fdocuments");

        var asked = await (await client.PageAsync("/my/security")).SubmitAsync(client, "form[action$='Send']");
        (await client.PageAsync(asked.Response.Headers.Location!.ToString())).Heading.ShouldBe("Type the second code");
    }

    [Fact]
    public async Task Post_SecondCode_ToSomebodyElsesPhone_IsNotFound()
    {
        var member = await app.MemberAsync();
        var other = await app.MemberAsync();
        using var client = await app.BoundAsync(member);
        var security = await client.PageAsync("/my/security");

        foreach (var point in new[] { other.Phone, other.Email, member.Email, Guid.Empty })
        {
            (await security.SubmitAsync(client, "form[action$='Send']", ("Point", point.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task SecondCode_OfAnotherPerson_RaisesNobody()
    {
        var member = await app.MemberAsync();
        var other = await app.MemberAsync();
        using var client = await app.BoundAsync(member);
        using var thief = await app.BoundAsync(other);
        var asked = await (await client.PageAsync("/my/security")).SubmitAsync(client, "form[action$='Send']");
        var code = await app.CodeAsync(member.Phone);
        var cookie = asked.Cookies().Single(c => c.StartsWith(FamilyCodes.CookieName, StringComparison.Ordinal)).Split(';')[0];
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        var form = await thief.PageAsync("/my/security/code");

        (await form.SubmitAsync(thief, "main form", ("Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await thief.PageAsync(Documents)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task App_AddedAfterTwoFactors_WorksNextTime_EachCodeOnce_AndEveryContactPointIsTold()
    {
        var member = await app.MemberAsync();
        using var client = await app.SignInFamilyAsync(member.PersonId, factors: 2);
        var page = await client.PageAsync("/my/security/app");
        var key = page.One("code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        (await page.SubmitAsync(client, "main form", ("Code", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var code = Totp.CodeAt(key, app.Clock.GetUtcNow());
        var added = await page.SubmitAsync(client, "main form", ("Code", code));
        added.Response.Headers.Location!.ToString().ShouldBe(Documents);
        (await client.PageAsync(Documents)).MainText.ShouldContain(Open);
        app.Messages.To(member.Email).ShouldContain(message => message.Template == "accounts.family-app-added");
        app.Messages.To(member.Phone).ShouldContain(message => message.Template == "accounts.family-app-added");

        using var next = await app.SignInFamilyAsync(member.PersonId);
        var security = await next.PageAsync("/my/security?return=/my/documents");
        (await next.PageAsync("/my/security/app")).Status.ShouldBe(HttpStatusCode.Redirect);
        var used = await security.SubmitAsync(next, "form[action$='App']", ("Code", code));
        used.Status.ShouldBe(HttpStatusCode.BadRequest);
        app.Clock.Move(TimeSpan.FromSeconds(30));
        var answer = await security.SubmitAsync(next, "form[action$='App']", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())));
        answer.Response.Headers.Location!.ToString().ShouldBe(Documents);
        (await next.PageAsync(Documents)).MainText.ShouldContain(Open);
    }

    [Fact]
    public async Task App_FiveWrongCodes_CloseItForAQuarterOfAnHour()
    {
        var member = await app.MemberAsync();
        using var client = await app.SignInFamilyAsync(member.PersonId, factors: 2);
        var page = await client.PageAsync("/my/security/app");
        var key = page.One("code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        await page.SubmitAsync(client, "main form", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())));
        using var next = await app.SignInFamilyAsync(member.PersonId);
        var security = await next.PageAsync("/my/security");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        for (var i = 0; i < FamilyFactors.Tries; i++)
        {
            await security.SubmitAsync(next, "form[action$='App']", ("Code", FamilySteps.Wrong(Totp.CodeAt(key, app.Clock.GetUtcNow()))));
        }

        (await security.SubmitAsync(next, "form[action$='App']", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())))).Status.ShouldBe(HttpStatusCode.BadRequest);
        app.Clock.Move(TimeSpan.FromMinutes(15));
        (await security.SubmitAsync(next, "form[action$='App']", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Rebound_ToAnotherContactPoint_TellsTheOldOne_AndHoldsDocumentsForADay()
    {
        var member = await app.MemberAsync();
        using var old = await app.BoundAsync(member);
        var link = await app.InviteAsync(member, member.Phone);
        using var client = app.CreateClient();
        await (await client.PageAsync(link)).SubmitAsync(client, "main form");
        await client.TypeAsync(await app.CodeAsync(member.Phone));

        (await old.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
        app.Messages.To(member.Email).ShouldContain(message => message.Template == "accounts.family-contact-changed" && message.Values.Count == 0);
        using var sure = await app.SignInFamilyAsync(member.PersonId, factors: 2);
        var held = await sure.PageAsync(Documents);
        held.MainText.ShouldContain("Your documents open on");
        held.MainText.ShouldContain("24 hours");
        held.MainText.ShouldNotContain(Open);

        app.Clock.Move(TimeSpan.FromHours(24));
        using var later = await app.SignInFamilyAsync(member.PersonId, factors: 2);
        (await later.PageAsync(Documents)).MainText.ShouldContain(Open);
    }

    [Fact]
    public async Task Get_ContactPointNotThisPersonsAnyMore_StaysShut()
    {
        using var nobody = await app.SignInFamilyAsync(Guid.CreateVersion7(app.Clock.GetUtcNow()), factors: 2);

        var page = await nobody.PageAsync(Documents);

        page.MainText.ShouldContain("ask the council");
        page.MainText.ShouldNotContain(Open);
    }
}
