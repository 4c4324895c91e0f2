using System.Net;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.OwnAccount;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Features;

/// <summary>An open session alone makes no new way in, and nobody at the door closes what somebody inside has to do.</summary>
[Proves("accounts")]
public sealed class OwnAccountTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string SetUp = Given.SignIn + "/set-up";
    private static readonly byte[] Credential = [1, 2, 3, 4];

    public ValueTask InitializeAsync() => app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_FiveWrongPasswordsAtTheDoor_DoNotStopWhoeverIsInside()
    {
        var someone = await app.SomeoneAsync(Roles.SafeguardingLead);
        using var inside = await SignedInAsync(someone);
        using var stranger = app.CreateClientWith();
        for (var time = 0; time < Tries.Allowed; time++)
        {
            await stranger.PasswordAsync(someone.Email, "wrong wrong wrong");
        }

        (await stranger.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(inside, "Codes", ("Code", Code(someone)))).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(inside, "Password", ("CurrentPassword", someone.Password), ("Password", "another horse battery staple"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_FiveWrongCodesInside_CloseItForAQuarterOfAnHour_AndNotTheDoor()
    {
        var someone = await app.SomeoneAsync();
        using var inside = await SignedInAsync(someone);
        for (var time = 0; time < Tries.Allowed; time++)
        {
            (await PostAsync(inside, "Codes", ("Code", "wrong"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await PostAsync(inside, "Codes", ("Code", Code(someone)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var door = app.CreateClientWith();
        (await door.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_NewRecoveryCodes_NeedAFreshCode()
    {
        var someone = await app.SomeoneAsync();
        using var inside = await SignedInAsync(someone);

        var refused = await PostAsync(inside, "Codes");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.All("main [name=Code][aria-invalid=true]").Count.ShouldBe(1);
        (await app.AskAsync(context => context.RecoveryCodes.CountAsync(code => code.AccountId == someone.Id, Given.Now))).ShouldBe(0);
        (await PostAsync(inside, "Codes", ("Code", Code(someone)))).All("main li code").Count.ShouldBe(8);
    }

    [Fact]
    public async Task Post_AnotherApp_NeedsACodeOfTheOneBefore()
    {
        var someone = await app.SomeoneAsync();
        using var inside = await SignedInAsync(someone);
        var page = await inside.PageAsync(SetUp);
        var key = page.One("main p code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        var before = await KeyAsync(someone.Id);

        foreach (var current in new[] { "", "000000", someone.Password, Totp.CodeAt(key, app.Clock.GetUtcNow()) })
        {
            (await SetUpAsync(inside, page, key, current)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await KeyAsync(someone.Id)).ShouldBe(before);
        (await SetUpAsync(inside, page, key, Code(someone))).All("main li code").Count.ShouldBe(8);
        (await KeyAsync(someone.Id)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Post_AFirstAppInAFullSession_NeedsThePassword()
    {
        var provider = await app.SomeoneAsync(Roles.Provider, withApp: false);
        using var client = app.CreateClientWith();
        await client.PasswordAsync(provider.Email, provider.Password, "/provider/sign-in");
        var page = await client.PageAsync("/provider/sign-in/set-up");
        var key = page.One("main p code").TextContent.Replace(" ", "", StringComparison.Ordinal);

        (await SetUpAsync(client, page, key, "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await KeyAsync(provider.Id)).ShouldBeNull();
        (await SetUpAsync(client, page, key, provider.Password)).Status.ShouldBe(HttpStatusCode.OK);
        (await KeyAsync(provider.Id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_RemovePasskey_NeedsAFreshCode()
    {
        var someone = await app.SomeoneAsync();
        using var inside = await SignedInAsync(someone);
        await using (var scope = app.Scope())
        {
            var account = await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Users.SingleAsync(a => a.Id == someone.Id, Given.Now);
            await scope.ServiceProvider.GetRequiredService<Passkeys>().AddAsync(account, Passkey());
        }

        var id = Convert.ToHexString(Credential);
        (await PostAsync(inside, "Remove", ("id", id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PasskeysAsync(someone.Id)).ShouldBe(1);
        (await PostAsync(inside, "Remove", ("id", id), ("Code", Code(someone)))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await PasskeysAsync(someone.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task AddPasskey_NeedsAFreshCode()
    {
        var someone = await app.SomeoneAsync();

        (await AddPasskeyAsync(someone.Id, "000000")).ShouldBeFalse();
        (await PasskeysAsync(someone.Id)).ShouldBe(0);
        (await AddPasskeyAsync(someone.Id, Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()))).ShouldBeTrue();
        (await PasskeysAsync(someone.Id)).ShouldBe(1);
    }

    private static async Task<Page> PostAsync(HttpClient client, string handler, params (string, string?)[] fields) =>
        await (await client.PageAsync(Given.Me)).SubmitAsync(client, $"main form[action$='handler={handler}']", fields);

    private Task<Page> SetUpAsync(HttpClient client, Page page, string key, string current) =>
        page.SubmitAsync(client, "main form", ("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())), ("Current", current));

    /// <summary>One that was not used for signing in.</summary>
    private string Code(Someone someone)
    {
        app.Clock.Move(TimeSpan.FromMinutes(1));
        return Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow());
    }

    private async Task<HttpClient> SignedInAsync(Someone someone)
    {
        app.Clock.StandAt(app.Clock.GetUtcNow());
        var client = app.CreateClientWith();
        await client.PasswordAsync(someone.Email, someone.Password);
        await client.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()));
        return client;
    }

    private async Task<bool> AddPasskeyAsync(Guid accountId, string code)
    {
        await using var scope = app.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(ActorKind.Staff, accountId.ToString("D"), Roles.DutyLead);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddPasskey(Passkey(), code), Given.Now)).IsOk;
    }

    private UserPasskeyInfo Passkey() => new(Credential, [1], app.Clock.GetUtcNow(), 0, [], true, false, false, [1], [1]);

    private Task<string?> KeyAsync(Guid id) => app.AskAsync(context => context.Users.Where(a => a.Id == id).Select(a => a.AuthenticatorKey).SingleAsync(Given.Now));

    private Task<int> PasskeysAsync(Guid id) => app.AskAsync(context => context.UserPasskeys.CountAsync(passkey => passkey.UserId == id, Given.Now));
}
