using System.Net;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.KeptForms;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Staff;

/// <summary>Signed out in the middle of a form: after signing in again the same form holds what was typed, and nobody else ever sees it.</summary>
[Proves("accounts")]
public sealed class KeptFormTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private const string Address = "/staff/settings/site.sendiass-phone/change";
    private const string Typed = "01634 000555";
    private const string CookieName = "__Host-lo-kept";

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Post_SessionHasEnded_TypingIsBackAfterSigningInAndNothingIsSent()
    {
        using var officer = await OfficerAsync();
        var (answer, kept) = await SendTooLateAsync(officer.Client);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Response.Headers.Location!.OriginalString.ShouldBe("/staff/sign-in?return=" + Uri.EscapeDataString(Address));
        using var again = await app.SignInAgainAsync(officer.AccountId, kept);
        var page = await again.PageAsync(Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One("#f-Value").TextContent.Trim().ShouldBe(Typed);
        page.One("#f-Reason").GetAttribute("value").ShouldBe("Confirmed by phone");
        page.One("#kept-form").TextContent.ShouldContain("Nothing has been sent or saved yet.");
        page.All(".summary, .field--error").ShouldBeEmpty();
        (await StoredAsync()).ShouldBe(0);

        // The rest goes as if nothing had happened, and then it is gone.
        (await page.SubmitAsync(again, Form)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await StoredAsync()).ShouldBe(1);
        (await again.PageAsync(Address)).All("#kept-form").ShouldBeEmpty();
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Get_AnotherAccountInTheSameBrowser_SeesNothingOfIt()
    {
        using var officer = await OfficerAsync();
        using var other = await OfficerAsync();
        var (_, kept) = await SendTooLateAsync(officer.Client);

        using var otherHere = await app.SignInAgainAsync(other.AccountId, kept);
        var page = await otherHere.PageAsync(Address);
        page.Body.ShouldNotContain(Typed);
        page.All("#kept-form").ShouldBeEmpty();

        // Positive control: it is still there for its owner.
        using var again = await app.SignInAgainAsync(officer.AccountId, kept);
        (await again.PageAsync(Address)).Body.ShouldContain(Typed);
    }

    [Fact]
    public async Task Post_AfterSigningOut_KeepsNothing_AndNobodySeesItAgain()
    {
        using var officer = await OfficerAsync();
        using var other = await OfficerAsync();
        var form = await officer.Client.PageAsync(Address);
        officer.Client.DefaultRequestHeaders.Add("Origin", "https://localhost");
        await (await officer.Client.PageAsync("/staff/sign-in/out")).SubmitAsync(officer.Client, "main form");

        var answer = await form.SubmitAsync(officer.Client, Form, ("Value", Typed), ("Reason", "Confirmed by phone"));

        answer.Response.Headers.Location!.OriginalString.ShouldBe("/staff/sign-in?return=" + Uri.EscapeDataString(Address));
        answer.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await CountAsync()).ShouldBe(0);
        foreach (var account in new[] { other.AccountId, officer.AccountId })
        {
            using var next = await app.SignInAgainAsync(account);
            var page = await next.PageAsync(Address);
            page.Body.ShouldNotContain(Typed);
            page.All("#kept-form").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task SignOut_ForgetsWhatThisBrowserSentTooLate()
    {
        using var officer = await OfficerAsync();
        await SendTooLateAsync(officer.Client);
        (await CountAsync()).ShouldBe(1);

        await (await officer.Client.PageAsync("/staff/sign-in/out")).SubmitAsync(officer.Client, "main form");

        (await CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("/staff/sign-in/out")]
    [InlineData("/provider/sign-in/out")]
    [InlineData("/my/sign-in/out")]
    public async Task SignOut_ByAnyDoor_TakesTheCookieAway(string door)
    {
        using var client = app.CreateClientWith(new Cookie(CookieName, Guid.CreateVersion7().ToString("N"), "/", "localhost") { Secure = true });

        var answer = await (await client.PageAsync(door)).SubmitAsync(client, "main form");

        answer.Response.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith(CookieName + "=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keep_OneMoreThanAnAccountMayHave_LetsItsOldestGo()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var forms = scope.ServiceProvider.GetRequiredService<KeptForms>();
        var form = new KeptForm(Address, new Dictionary<string, string[]> { ["Value"] = [Typed] });
        var other = await forms.KeepAsync(form, "another", TestContext.Current.CancellationToken);
        var kept = new List<Guid>();
        for (var i = 0; i < 21; i++)
        {
            app.Clock.Move(TimeSpan.FromSeconds(1));
            kept.Add(await forms.KeepAsync(form, "one", TestContext.Current.CancellationToken));
        }

        (await CountAsync()).ShouldBe(21);
        (await forms.FindAsync(kept[0], "one", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await forms.FindAsync(kept[1], "one", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await forms.FindAsync(other, "another", TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_AfterADay_ItIsGone()
    {
        using var officer = await OfficerAsync();
        var (_, kept) = await SendTooLateAsync(officer.Client);
        app.Clock.Move(TimeSpan.FromHours(23));
        using var inTime = await app.SignInAgainAsync(officer.AccountId, kept);
        (await inTime.PageAsync(Address)).Body.ShouldContain(Typed);

        app.Clock.Move(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        using var tooLate = await app.SignInAgainAsync(officer.AccountId, kept);

        (await tooLate.PageAsync(Address)).Body.ShouldNotContain(Typed);
        (await CountAsync()).ShouldBe(1);
        await app.ExecuteAsync(
            """
            insert into platform.jobs (id, kind, payload, state, due_at, attempts, created_at)
            values (gen_random_uuid(), 'platform.done-tidy', '{}', 'waiting', now() - interval '1 minute', 0, now())
            """);
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Post_PasswordsAndCodes_AreNeverKept()
    {
        using var officer = await OfficerAsync();

        var (_, kept) = await SendTooLateAsync(
            officer.Client, fields: [("Password", "letmein"), ("Input.NewPassword", "letmein"), ("CurrentPassword", "letmein"), ("Code", "123456"), ("RecoveryCode", "abc"), ("Input.Postcode", "ME7")]);

        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var form = await scope.ServiceProvider.GetRequiredService<KeptForms>()
            .FindAsync(Guid.ParseExact(kept.Value, "N"), officer.AccountId.ToString(), TestContext.Current.CancellationToken);
        form!.Fields.Keys.Order().ShouldBe(["Input.Postcode", "Reason", "Seen", "Value"]);
    }

    [Fact]
    public async Task Post_WhatIsKept_CannotBeReadInTheDatabase()
    {
        using var officer = await OfficerAsync();
        await SendTooLateAsync(officer.Client);

        var bytes = await app.AskAsync<byte[]>("select protected from platform.kept_forms");

        bytes.Length.ShouldBeGreaterThan(100);
        System.Text.Encoding.Latin1.GetString(bytes).ShouldNotContain(Typed);
        (await app.AskAsync<string>("select row_to_json(f)::text from platform.kept_forms f")).ShouldNotContain(officer.AccountId.ToString());
    }

    [Fact]
    public async Task Post_FromAnotherSite_KeepsNothing()
    {
        using var officer = await OfficerAsync();

        var (answer, kept) = await SendTooLateAsync(officer.Client, origin: "https://elsewhere.example");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        kept.Value.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Post_MoreThanMayBeKept_LeadsToSignInAllTheSame()
    {
        using var officer = await OfficerAsync();

        var (answer, kept) = await SendTooLateAsync(officer.Client, fields: [("Long", new string('x', KeptForms.MaximumBytes))]);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        kept.Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_TokenOfAnEarlierSession_LeadsBackToTheFormAndNotToABare400()
    {
        using var officer = await OfficerAsync();
        officer.Client.DefaultRequestHeaders.Add("Origin", "https://localhost");
        var page = await officer.Client.PageAsync(Address);

        var answer = await page.SubmitAsync(officer.Client, Form, ("Value", Typed), ("Reason", "Confirmed"), ("__RequestVerificationToken", "of another session"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Response.Headers.Location!.OriginalString.ShouldBe(Address);
        var back = await officer.Client.PageAsync(Address);
        back.One("#f-Value").TextContent.Trim().ShouldBe(Typed);
        back.All("#kept-form").ShouldHaveSingleItem();
        (await StoredAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Post_ForgedFromAnotherSite_StaysRefused()
    {
        using var officer = await OfficerAsync();
        officer.Client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        var page = await officer.Client.PageAsync(Address);

        var answer = await page.SubmitAsync(officer.Client, Form, ("Value", Typed), ("Reason", "Confirmed"), ("__RequestVerificationToken", "made up"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync()).ShouldBe(0);
    }

    private Task<SignedInClient> OfficerAsync() => app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.LocalOfferOfficer, Scope.Everything)]);

    private Task<long> CountAsync() => app.AskAsync<long>("select count(*) from platform.kept_forms");

    private Task<long> StoredAsync() => app.AskAsync<long>("select count(*) from platform.settings where name = 'site.sendiass-phone'");

    /// <summary>Opens the form, waits until the session has ended, and sends it.</summary>
    private async Task<(Page Answer, Cookie Kept)> SendTooLateAsync(
        HttpClient client, string origin = "https://localhost", params IReadOnlyList<(string Name, string? Value)> fields)
    {
        var page = await client.PageAsync(Address);
        app.Clock.Move(TimeSpan.FromMinutes(16));
        client.DefaultRequestHeaders.Remove("Origin");
        client.DefaultRequestHeaders.Add("Origin", origin);
        var answer = await page.SubmitAsync(client, Form, [("Value", Typed), ("Reason", "Confirmed by phone"), .. fields]);
        var set = answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.FirstOrDefault(cookie => cookie.StartsWith(CookieName + "=", StringComparison.Ordinal)) : null;
        if (set is not null)
        {
            set.ShouldContain("httponly", Case.Insensitive);
            set.ShouldContain("secure", Case.Insensitive);
            set.ShouldContain("samesite=strict", Case.Insensitive);
        }

        return (answer, new Cookie(CookieName, set?.Split('=', 2)[1].Split(';')[0] ?? "", "/", "localhost") { Secure = true });
    }
}
