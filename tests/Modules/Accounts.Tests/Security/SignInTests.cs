using System.Buffers.Binary;
using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.SignIn;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Tests.Security;

[Proves("accounts")]
public sealed class SignInTests(App app, PostgresCluster cluster) : IClassFixture<App>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => app.ForgetAccountsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_PasswordThenCode_IsIn_AndTheSessionKeyIsNewAtEveryStep()
    {
        var someone = await app.SomeoneAsync();
        using var client = app.CreateClientWith();

        var first = await client.PasswordAsync(someone.Email, someone.Password);
        var half = KeyOf(first);
        first.Response.Headers.Location!.ToString().ShouldBe("/staff");
        (await client.PageAsync(Given.Me)).Response.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in/code?return=");
        var second = await client.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()));

        second.Status.ShouldBe(HttpStatusCode.Redirect);
        KeyOf(second).ShouldNotBe(half);
        (await client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.OK);
        using var old = app.CreateClientWith(new Cookie(Sessions.CookieName, half, "/", "localhost"));
        (await old.PageAsync(Given.Me)).Response.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in?");
    }

    [Fact]
    public async Task Post_ACookieThatWasThereBefore_IsNeverSignedIn()
    {
        var attacker = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        var planted = KeyOf(await (await attacker.Client.PageAsync(Given.Me)).SubmitAsync(attacker.Client, "main form[action$='/out']"), missing: "");
        var someone = await app.SomeoneAsync(Roles.Author, withApp: false);
        const string Chosen = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY";
        using var victim = app.CreateClientWith(new Cookie(Sessions.CookieName, Chosen, "/", "localhost"));

        var answer = await victim.PasswordAsync(someone.Email, someone.Password);

        planted.ShouldBe("");
        KeyOf(answer).ShouldNotBe(Chosen);
        using var thief = app.CreateClientWith(new Cookie(Sessions.CookieName, Chosen, "/", "localhost"));
        (await thief.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await victim.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_SignIn_SetsACookieThatNoScriptAndNoOtherSiteCanUse()
    {
        var someone = await app.SomeoneAsync(Roles.Author, withApp: false);
        using var client = app.CreateClientWith();

        var answer = await client.PasswordAsync(someone.Email, someone.Password);

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(Sessions.CookieName, StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var flag in new[] { "; secure", "; httponly", "; samesite=lax", "; path=/" })
        {
            cookie.ShouldContain(flag);
        }

        cookie.ShouldNotContain("domain");
        cookie.ShouldNotContain("expires");
        using var newcomer = app.CreateClientWith();
        var form = (await newcomer.PageAsync(Given.SignIn)).Response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ToLowerInvariant();
        form.ShouldStartWith("__host-lo-af=");
        form.ShouldContain("; secure");
        form.ShouldContain("; httponly");
        form.ShouldContain("; samesite=");
    }

    [Fact]
    public async Task Post_WrongPasswordUnknownNameSuspendedAndLocked_AllSayTheSame()
    {
        var someone = await app.SomeoneAsync();
        var suspended = await app.SomeoneAsync();
        await app.AskAsync(context => context.Users.Where(a => a.Id == suspended.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Suspended), Given.Now));
        using var client = app.CreateClientWith();

        List<Page> answers = [await client.PasswordAsync("nobody@example.org", "wrong wrong wrong"), await client.PasswordAsync(suspended.Email, suspended.Password)];
        for (var time = 0; time < Tries.Allowed; time++)
        {
            answers.Add(await client.PasswordAsync(someone.Email, "wrong wrong wrong"));
        }

        answers.Add(await client.PasswordAsync(someone.Email, someone.Password));
        answers.Select(answer => answer.Status).Distinct().ShouldBe([HttpStatusCode.BadRequest]);
        answers.Select(answer => answer.One(".summary li").TextContent.Trim()).Distinct().ShouldBe([IndexModel.Refusal]);
        answers.ShouldAllBe(answer => answer.Html.Title!.StartsWith("Error:", StringComparison.Ordinal));

        app.Clock.Move(Tries.Window + TimeSpan.FromSeconds(1));
        (await client.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_FiveWrongPasswordsFromAStrangersNetwork_CloseTheStrangersDoorAndNotTheColleagues()
    {
        await using var networks = await WithNetworksAsync();
        var someone = await networks.SomeoneAsync();
        using var stranger = From(networks, "203.0.113.7");
        using var colleague = From(networks, "198.51.100.9");

        for (var time = 0; time < PasswordTries.Allowed; time++)
        {
            (await stranger.PasswordAsync(someone.Email, "wrong wrong wrong")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        var closed = await stranger.PasswordAsync(someone.Email, someone.Password);
        closed.Status.ShouldBe(HttpStatusCode.BadRequest, "the control: five are counted");
        closed.One(".summary li").TextContent.Trim().ShouldBe(IndexModel.Refusal);
        (await colleague.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await colleague.CodeAsync(Totp.CodeAt(someone.Key!, networks.Clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await stranger.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.BadRequest, "a colleague who is in does not open it to the stranger");

        var kept = await networks.AskAsync(context => context.PasswordTries.Where(tries => tries.AccountId == someone.Id).Select(tries => tries.Network).ToListAsync(Given.Now));
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(network => !System.Text.Encoding.Latin1.GetString(network).Contains("203.0.113"), "an address is never stored");
    }

    [Fact]
    public async Task Post_WrongPasswordsFromManyNetworks_MeetACeilingForEverybody_AndForNobodyElse()
    {
        await using var networks = await WithNetworksAsync();
        var (someone, another) = (await networks.SomeoneAsync(), await networks.SomeoneAsync());
        for (var tried = 0; tried < PasswordTries.Ceiling; tried++)
        {
            using var stranger = From(networks, $"203.0.113.{tried / (PasswordTries.Allowed - 1)}");
            (await stranger.PasswordAsync(someone.Email, "wrong wrong wrong")).One(".summary li").TextContent.Trim().ShouldBe(IndexModel.Refusal);
        }

        using var colleague = From(networks, "198.51.100.9");
        (await colleague.PasswordAsync(someone.Email, someone.Password)).One(".summary li").TextContent.Trim().ShouldBe(IndexModel.Refusal);
        (await colleague.PasswordAsync(another.Email, another.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        networks.Clock.Move(Tries.Window + TimeSpan.FromSeconds(1));
        using var later = From(networks, "198.51.100.9");
        (await later.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_OneNameTooOftenFromAnotherNetwork_DoesNotSlowAColleagueDown()
    {
        await using var networks = await WithNetworksAsync(("SignIn:TriesPerName", "2"));
        var someone = await networks.SomeoneAsync();
        using var stranger = From(networks, "203.0.113.7");
        using var colleague = From(networks, "198.51.100.9");
        List<int> answers = [];
        for (var time = 0; time < 3; time++)
        {
            answers.Add((int)(await stranger.PasswordAsync(someone.Email, "wrong wrong wrong")).Status);
        }

        answers.ShouldBe([400, 400, 429]);
        (await colleague.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_TheSameCodeTwice_IsRefusedTheSecondTime()
    {
        var someone = await app.SomeoneAsync();
        using var first = app.CreateClientWith();
        using var second = app.CreateClientWith();
        await first.PasswordAsync(someone.Email, someone.Password);
        await second.PasswordAsync(someone.Email, someone.Password);
        var code = Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow());

        (await first.CodeAsync(code)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await second.CodeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await second.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect);
        app.Clock.Move(TimeSpan.FromSeconds(30));
        (await second.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>
    /// Five of ten thousand guesses are looked at, each against three codes that would do: fifteen in a million. The right one, sent while the
    /// account is locked, does not come in either; nor does showing the password again start a new count.
    /// </summary>
    [Fact]
    [Long]
    public async Task Post_TenThousandGuesses_FiveAreLookedAt()
    {
        var someone = await app.SomeoneAsync();
        using var client = app.CreateClientWith();
        await client.PasswordAsync(someone.Email, someone.Password);
        var form = await client.PageAsync(Given.SignIn + "/code");
        app.Clock.StandAt(app.Clock.GetUtcNow());
        var right = Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow());

        await Parallel.ForEachAsync(Enumerable.Range(0, LongAttribute.Size(small: 300, full: 10_000)), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Given.Now }, async (guess, _) =>
        {
            var code = guess.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            if (Totp.StepOf(someone.Key!, code, app.Clock.GetUtcNow()) is null)
            {
                (await form.SubmitAsync(client, "main form", ("Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest);
            }
        });

        var tries = await app.AskAsync(context => context.Users.Where(a => a.Id == someone.Id).Select(a => a.WrongTries).SingleAsync(Given.Now));
        tries.ShouldBe(Tries.Allowed);
        (await form.SubmitAsync(client, "main form", ("Code", right))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        app.Clock.Move(Tries.Window + TimeSpan.FromMinutes(1));
        await client.PasswordAsync(someone.Email, someone.Password);
        (await client.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/staff//evil.example/../..")]
    [InlineData("/staffroom")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/staff\t/x")]
    [InlineData("/provider")]
    [InlineData("/staff/sign-in/out")]
    public async Task Post_ReturnToSomewhereElse_GoesToTheFirstPage(string wanted)
    {
        var someone = await app.SomeoneAsync(Roles.Author, withApp: false);
        using var client = app.CreateClientWith();

        var answer = await client.PasswordAsync(someone.Email, someone.Password, $"{Given.SignIn}?return={Uri.EscapeDataString(wanted)}");

        answer.Response.Headers.Location!.ToString().ShouldBe("/staff");
    }

    [Fact]
    public async Task Post_ReturnToAPageOfOurs_GoesThere()
    {
        var someone = await app.SomeoneAsync(Roles.Author, withApp: false);
        using var client = app.CreateClientWith();

        var answer = await client.PasswordAsync(someone.Email, someone.Password, $"{Given.SignIn}?return=%2Fstaff%2Faccount%3Ftab%3D1");

        answer.Response.Headers.Location!.ToString().ShouldBe("/staff/account?tab=1");
    }

    [Fact]
    public async Task Post_AProviderAtTheStaffDoor_IsAWrongPassword()
    {
        var provider = await app.SomeoneAsync(Roles.Provider, withApp: false);
        using var client = app.CreateClientWith();

        (await client.PasswordAsync(provider.Email, provider.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PasswordAsync(provider.Email, provider.Password, "/provider/sign-in")).Response.Headers.Location!.ToString().ShouldBe("/provider");
    }

    /// <summary>The other tests hash quickly: this one holds the product to what OWASP asks of PBKDF2 with SHA-512.</summary>
    [Fact]
    public async Task Password_IsHashedSlowly_AndSignsIn()
    {
        await using var slow = new App(cluster) { HashesAsInProduction = true };
        await slow.InitializeAsync();
        var someone = await slow.SomeoneAsync(Roles.Author, withApp: false);
        using var client = slow.CreateClientWith();

        (await client.PasswordAsync(someone.Email, someone.Password)).Response.Headers.Location!.ToString().ShouldBe("/staff");

        var hash = Convert.FromBase64String(await slow.AskAsync(context => context.Users.Where(account => account.Id == someone.Id).Select(account => account.PasswordHash!).SingleAsync(Given.Now)));
        hash[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).ShouldBe(2u);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
    }

    [Fact]
    public async Task Post_MoreThanTheLimitFromOneNetwork_IsSlowedDown_AndSoIsOneName()
    {
        await using var limited = new App(cluster) { ConnectionString = app.ConnectionString };
        limited.Settings["SignIn:TriesPerNetwork"] = "6";
        limited.Settings["SignIn:TriesPerName"] = "3";
        await limited.InitializeAsync();
        using var client = limited.CreateClientWith();

        List<HttpStatusCode> answers = [];
        for (var time = 0; time < 4; time++)
        {
            answers.Add((await client.PasswordAsync("nobody@example.org", "wrong wrong wrong")).Status);
        }

        for (var time = 0; time < 3; time++)
        {
            answers.Add((await client.PasswordAsync($"nobody{time}@example.org", "wrong wrong wrong")).Status);
        }

        answers.Select(status => (int)status).ShouldBe([400, 400, 400, 429, 400, 400, 429]);
    }

    /// <summary>The same database behind a proxy that tells from which network somebody comes.</summary>
    private async Task<App> WithNetworksAsync(params IReadOnlyList<(string Name, string Value)> settings)
    {
        var networks = new App(cluster) { ConnectionString = app.ConnectionString };
        networks.Settings["Proxies:Known"] = "127.0.0.1";
        foreach (var (name, value) in settings)
        {
            networks.Settings[name] = value;
        }

        await networks.InitializeAsync();
        return networks;
    }

    private static HttpClient From(App app, string address)
    {
        var client = app.CreateClientWith();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private static string KeyOf(Page answer, string? missing = null) =>
        (answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            .Where(set => set.StartsWith(Sessions.CookieName + "=", StringComparison.Ordinal))
            .Select(set => set.Split(';')[0].Split('=')[1]).LastOrDefault() ?? missing ?? throw new InvalidOperationException("No session cookie.");
}
