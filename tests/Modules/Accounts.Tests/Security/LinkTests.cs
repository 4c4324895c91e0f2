using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Tests.Security;

[Proves("accounts")]
public sealed class LinkTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Password = "a quiet river in november";

    public ValueTask InitializeAsync() => app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Scanners_BeforeThePerson_ChangeNothing()
    {
        var (id, link) = await InvitedAsync();
        using var scanner = app.CreateClientWith();

        foreach (var address in new[] { link, link + "/password" })
        {
            (await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Given.Now)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await scanner.PageAsync(address);
            page.Body.ShouldNotContain("Sam", Case.Sensitive);
            page.Body.ShouldNotContain("@example.org");
            using var bare = app.CreateClientWith();
            (await bare.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]), Given.Now)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        // Even one that presses the button.
        await (await scanner.PageAsync(link)).SubmitAsync(scanner, "main form");

        (await app.SessionsAsync(id)).ShouldBe(0);
        using var person = app.CreateClientWith();
        (await ChooseAsync(person, link)).Response.Headers.Location!.ToString().ShouldBe(Given.Me);
        (await app.SessionsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_FirstPassword_LeadsToTheApp_ThenIn_AndRecoveryCodesWorkOnce()
    {
        var (id, link) = await InvitedAsync();
        using var client = app.CreateClientWith();

        await ChooseAsync(client, link);
        var led = (await client.PageAsync(Given.Me)).Response.Headers.Location!.ToString();
        var setUp = await client.PageAsync(led);
        var key = setUp.One("main p code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        var done = await setUp.SubmitAsync(client, "main form", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())));

        led.ShouldStartWith("/staff/sign-in/set-up?return=");
        setUp.Body.ShouldNotContain("style=");
        done.Status.ShouldBe(HttpStatusCode.OK);
        var codes = done.All("main li code").Select(code => code.TextContent).ToList();
        codes.Count.ShouldBe(8);
        (await client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.OK);
        var email = await app.AskAsync(context => context.Users.Where(a => a.Id == id).Select(a => a.UserName!).SingleAsync(Given.Now));
        foreach (var status in new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest })
        {
            using var other = app.CreateClientWith();
            await other.PasswordAsync(email, Password);
            (await other.CodeAsync(codes[3].ToLowerInvariant())).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Get_ExpiredReusedOrTampered_SaysThatItDoesNotWork()
    {
        var (_, used) = await InvitedAsync();
        var (late, old) = await InvitedAsync();
        using var client = app.CreateClientWith();
        await ChooseAsync(client, used);
        var other = used[^2] == 'A' ? 'B' : 'A';

        foreach (var address in new[] { used, used[..^2] + other + used[^1], "/link/short", "/link/" + new string('A', 43) })
        {
            var page = await client.PageAsync(address);
            page.Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await client.PageAsync(old)).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Move(LinkPurposes.Life);
        (await client.PageAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.SessionsAsync(late)).ShouldBe(0);
    }

    [Theory]
    [InlineData("short", "12 characters or more")]
    [InlineData("123456123456", "on a list")]
    [InlineData("password12345!", "on a list")]
    [InlineData("dragondragondragon", "on a list")]
    [InlineData("aaaaaaaaaaaaaaa", "on a list")]
    [InlineData("my name is samsample ok", "e-mail address")]
    public async Task Post_APasswordThatWillNotDo_SaysWhy_AndTheLinkStays(string password, string said)
    {
        var (id, link) = await InvitedAsync();
        using var client = app.CreateClientWith();

        var answer = await ChooseAsync(client, link, password);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.One(".error").TextContent.ShouldContain(said);
        (await app.SessionsAsync(id)).ShouldBe(0);
        (await ChooseAsync(client, link)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_StartAgain_TakesTheOldFactorsAway_AndEndsSessions()
    {
        var someone = await app.SomeoneAsync();
        using var old = app.CreateClientWith();
        await old.PasswordAsync(someone.Email, someone.Password);
        await old.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()));
        (await old.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.OK);
        using var client = app.CreateClientWith();

        await ChooseAsync(client, await app.LinkAsync(someone.Id, LinkPurposes.StartAgain));

        (await client.PageAsync(Given.Me)).Response.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in/set-up");
        (await old.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<Page> ChooseAsync(HttpClient client, string link, string password = Password) =>
        await (await client.PageAsync(link + "/password")).SubmitAsync(client, "main form", ("Password", password), ("RepeatedPassword", password));

    private async Task<(Guid Id, string Link)> InvitedAsync()
    {
        var someone = await app.SomeoneAsync(Roles.DutyLead, withApp: false);
        var email = $"samsample.{someone.Id:n}@example.org";
        await app.AskAsync(context => context.Users.Where(a => a.Id == someone.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.State, AccountState.Invited).SetProperty(a => a.PasswordHash, (string?)null)
                .SetProperty(a => a.UserName, email).SetProperty(a => a.NormalizedUserName, SignInSteps.Normal(email)),
            Given.Now));
        return (someone.Id, await app.LinkAsync(someone.Id, LinkPurposes.Invitation));
    }
}
