using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Security;

[Proves("accounts")]
public sealed class SessionTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Me = "/staff/account";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_SignedIn_ShowsThePage_AndAVisitorIsLedToSignIn()
    {
        using var client = await app.SignInAsAsync(Roles.Editor);

        (await client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        var visitor = await app.GetAsync(Me + "?tab=1");
        visitor.Status.ShouldBe(HttpStatusCode.Redirect);
        visitor.Response.Headers.Location!.ToString().ShouldBe("/staff/sign-in?return=%2Fstaff%2Faccount%3Ftab%3D1");
    }

    [Fact]
    public async Task Get_TheOtherDoor_IsForbidden()
    {
        using var staff = await app.SignInAsAsync(Roles.Editor);
        using var provider = await app.SignInAsAsync(Roles.Provider);

        (await provider.PageAsync("/provider")).Status.ShouldBe(HttpStatusCode.OK);
        (await provider.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.PageAsync("/provider/account")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_OnlyAPassword_OpensNothing_WhereASecondFactorIsDue()
    {
        var lead = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.DutyLead, Scope.Everything)], factors: 1);
        var author = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)], factors: 1);

        var page = await lead.Client.PageAsync(Me);

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        page.Response.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in/set-up");
        (await author.Client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ARoleThatWasTaken_IsGoneOnTheNextRequest()
    {
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        (await someone.Client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);

        await ChangeAsync((context, now) => context.Grants.Where(grant => grant.AccountId == someone.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.EndedAt, now), Now));

        (await someone.Client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(AccountState.Suspended)]
    [InlineData(AccountState.Left)]
    [InlineData(null)]
    internal async Task Get_SuspendedLeftOrNewPassword_IsRefused(AccountState? state)
    {
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        (await someone.Client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);

        await ChangeAsync((context, _) => context.Users.Where(account => account.Id == someone.AccountId).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.State, account => state ?? account.State)
            .SetProperty(account => account.SecurityStamp, account => state == null ? "another" : account.SecurityStamp), Now));

        (await someone.Client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_AfterFifteenIdleMinutes_IsSignedOut_AndAfterTwelveHoursEvenWhenBusy()
    {
        var idle = await app.SignInAsAsync(Roles.Author);
        app.Clock.Move(TimeSpan.FromMinutes(14));
        (await idle.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Move(TimeSpan.FromMinutes(14));
        (await idle.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Move(TimeSpan.FromMinutes(15));
        (await idle.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Redirect);

        var busy = await app.SignInAsAsync(Roles.Author);
        var requests = 0;
        while ((await busy.PageAsync(Me)).Status == HttpStatusCode.OK && ++requests < 100)
        {
            app.Clock.Move(TimeSpan.FromMinutes(10));
        }

        requests.ShouldBe((int)(Sessions.Longest / TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionOnTheServer_AndEverywhereEndsTheOthers()
    {
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        using var phone = await app.SignInAgainAsync(someone.AccountId);
        using var tablet = await app.SignInAgainAsync(someone.AccountId);
        using var colleague = await app.SignInAsAsync(Roles.Author);
        await (await phone.PageAsync(Me)).SubmitAsync(phone, "form[action$='/out']");
        (await phone.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await tablet.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK, "signing out here is not signing out there");
        var page = await someone.Client.PageAsync(Me);

        var answer = await page.SubmitAsync(someone.Client, "form[action$='/out']", ("everywhere", "true"));
        (await tablet.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await colleague.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Response.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith($"{Sessions.CookieName}=;", StringComparison.Ordinal));
        await using var scope = InScope();
        (await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Sessions
            .CountAsync(session => session.AccountId == someone.AccountId && session.EndedAt == null, Now)).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not-base64!!")]
    [InlineData("' or 1=1 --")]
    public async Task Get_ACookieThatWeDidNotMake_IsNobody(string value)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Me);
        request.Headers.Add("Cookie", $"{Sessions.CookieName}={value}");

        (await client.SendAsync(request, Now)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_WithoutAToken_IsRefused()
    {
        using var client = await app.SignInAsAsync(Roles.Author);

        var forged = await client.PostAsync(new Uri("/staff/sign-in/out", UriKind.Relative), new FormUrlEncodedContent([]), Now);

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PageAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_StaffPages_CannotBeFramed_AndAreNotKept()
    {
        using var client = await app.SignInAsAsync(Roles.Author);

        var page = await client.PageAsync(Me);

        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private async Task ChangeAsync(Func<AccountsDbContext, DateTimeOffset, Task> change)
    {
        await using var scope = InScope();
        await change(scope.ServiceProvider.GetRequiredService<AccountsDbContext>(), app.Clock.GetUtcNow());
    }

    private AsyncServiceScope InScope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
}
