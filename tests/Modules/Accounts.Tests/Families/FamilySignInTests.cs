using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Families;

[Proves("accounts")]
public sealed class FamilySignInTests(FamiliesApp app, PostgresCluster cluster) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Link_ScannerGetsHeadsAndPostsFirst_HasNoSession_AndThePersonStillGetsIn()
    {
        var member = await app.MemberAsync();
        var link = await app.InviteAsync(member);
        using var scanner = app.CreateClient();
        (await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Given.Now)).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        var page = await scanner.PageAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.MainText.ShouldBe("One more step Go on");
        (await page.SubmitAsync(scanner, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await scanner.TypeAsync("000000")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await app.SessionsAsync()).ShouldBe(0);
        (await scanner.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);

        using var person = app.CreateClient();
        await (await person.PageAsync(link)).SubmitAsync(person, "main form");
        var answer = await person.TypeAsync(await app.CodeAsync(member.Email));
        answer.Response.Headers.Location!.ToString().ShouldBe("/my");
        (await person.PageAsync("/my")).Heading.ShouldBe("My page");
        (await app.SessionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Link_ReusedExpiredTamperedOrOlder_DoesNotWork()
    {
        var member = await app.MemberAsync();
        var older = await app.InviteAsync(member);
        var link = await app.InviteAsync(member);
        (await app.GetAsync(older)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.GetAsync(link[..^2] + (link[^2] == 'A' ? "BA" : "AA"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.GetAsync("/link/" + new string('a', 10_000))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);

        app.Clock.Move(TimeSpan.FromDays(7));
        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);

        var other = await app.MemberAsync();
        using var client = app.CreateClient();
        var used = await app.InviteAsync(other);
        await (await client.PageAsync(used)).SubmitAsync(client, "main form");
        (await client.TypeAsync(await app.CodeAsync(other.Email))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.GetAsync(used)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Code_InAnotherBrowser_IsRefused_AndWorksInItsOwn()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var first = app.CreateClient();
        using var second = app.CreateClient();
        await first.AskAsync(member.Typed);
        var code = await app.CodeAsync(member.Email);
        await second.AskAsync("nobody@example.org");

        (await second.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await first.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Code_TooOldUsedOrTriedFiveTimes_IsRefused()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        app.Clock.Move(TimeSpan.FromHours(1));
        using var client = app.CreateClient();

        await client.AskAsync(member.Typed);
        var code = await app.CodeAsync(member.Email);
        app.Clock.Move(TimeSpan.FromMinutes(10));
        (await client.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);

        await client.AskAsync(member.Typed);
        code = await app.CodeAsync(member.Email);
        for (var i = 0; i < FamilyCodes.Tries; i++)
        {
            var refused = await client.TypeAsync(FamilySteps.Wrong(code));
            refused.Status.ShouldBe(HttpStatusCode.BadRequest);
            refused.Html.Title!.ShouldStartWith("Error:");
            refused.MainText.ShouldContain("ask for a new one");
        }

        (await client.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);

        // Positive control: four wrong ones do not spoil it; then it is used up.
        await client.AskAsync(member.Typed);
        code = await app.CodeAsync(member.Email);
        for (var i = 1; i < FamilyCodes.Tries; i++)
        {
            await client.TypeAsync(FamilySteps.Wrong(code));
        }

        var form = await client.PageAsync(FamilySteps.TypeCode);
        (await form.SubmitAsync(client, "main form", ("Code", $" {code[..3]} {code[3..]} "))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.FamilyCodes.CountAsync(c => c.UsedAt != null && c.Use == FamilyCodeUse.SigningIn))).ShouldBe(1);
    }

    [Fact]
    public async Task Code_ReplayedWithItsCookie_OpensNothing()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        var asked = await client.AskAsync(member.Typed);
        var code = await app.CodeAsync(member.Email);
        var cookie = asked.Cookies().Single(c => c.StartsWith(FamilyCodes.CookieName, StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
        (await client.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.Redirect);
        var sessions = await app.SessionsAsync();

        using var thief = app.CreateClientWith(new Cookie(FamilyCodes.CookieName, cookie, "/", "localhost") { Secure = true });

        (await thief.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.SessionsAsync()).ShouldBe(sessions);
    }

    [Fact]
    public async Task Ask_KnownAndUnknown_LookAndWorkTheSame_AndOnlyTheKnownGetsACode()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var known = app.CreateClient();
        using var unknown = app.CreateClient();
        var rows = await app.AskAsync(context => context.FamilyCodes.CountAsync());
        var sent = app.Messages.Count;

        var first = await known.AskAsync(member.Typed);
        var second = await unknown.AskAsync("nobody@example.org");

        first.Status.ShouldBe(HttpStatusCode.Redirect);
        second.Status.ShouldBe(first.Status);
        second.Response.Headers.Location.ShouldBe(first.Response.Headers.Location);
        second.Cookies().Select(c => c.Split('=')[0]).ShouldBe(first.Cookies().Select(c => c.Split('=')[0]));
        (await unknown.PageAsync(FamilySteps.TypeCode)).MainText.ShouldBe((await known.PageAsync(FamilySteps.TypeCode)).MainText);

        // The work of the request is the same: one row and one job each. What differs happens later, in the job.
        (await app.AskAsync(context => context.FamilyCodes.CountAsync())).ShouldBe(rows + 2);
        app.Messages.Count.ShouldBe(sent);
        await app.CodeAsync(member.Email);
        app.Messages.Count.ShouldBe(sent + 1);
        (await unknown.TypeAsync("123456")).MainText.ShouldBe((await known.TypeAsync("123456")).MainText);
    }

    [Fact]
    public async Task Ask_ByAPhoneThatIsNotBound_SendsNothing()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();

        await client.AskAsync("+44 7700 900101");
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(Given.Now);

        app.Messages.To(member.Phone).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_FourthInAnHour_IsNotSent_AndALaterOneIs()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        for (var i = 0; i < 5; i++)
        {
            await client.AskAsync(member.Typed);
        }

        await app.CodeAsync(member.Email);

        // The code that bound the invitation is counted apart.
        app.Messages.To(member.Email).Count(message => message.Template == "accounts.family-code").ShouldBe(FamilyCodes.SentAnHour + 1);

        app.Clock.Move(TimeSpan.FromHours(1));
        await client.AskAsync(member.Typed);
        (await client.TypeAsync(await app.CodeAsync(member.Email))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Ask_TooOftenFromOneNetwork_IsRefused()
    {
        await using var strict = new FamiliesApp(cluster);
        strict.Settings["SignIn:CodesPerNetwork"] = "3";
        await strict.InitializeAsync();
        using var client = strict.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            (await client.AskAsync($"nobody-{i}@example.org")).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var refused = await client.AskAsync("another@example.org");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromHours(1));
        refused.MainText.ShouldContain("Wait an hour, then press the button again");
        refused.One("[name=Contact]").GetAttribute("value").ShouldBe("another@example.org", "nothing is lost");
        (await client.AskAsync("another@example.org", "/join")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    [Long]
    public async Task Code_TenThousandGuesses_GetNobodyIn_ThoughTheRightOneIsAmongThem()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        await client.AskAsync(member.Typed);
        var code = await app.CodeAsync(member.Email);
        var form = await client.PageAsync(FamilySteps.TypeCode);
        var sessions = await app.SessionsAsync();
        var guesses = LongAttribute.Size(500, 10_000);
        var start = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);

        for (var i = 1; i <= guesses; i++)
        {
            var guess = i == guesses ? code : ((start + i) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            (await form.SubmitAsync(client, "main form", ("Code", guess))).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await app.SessionsAsync()).ShouldBe(sessions);
    }

    [Fact]
    public async Task Code_ManyTriesAtOnce_AreCountedOneByOne()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        await client.AskAsync(member.Typed);
        var code = await app.CodeAsync(member.Email);
        var form = await client.PageAsync(FamilySteps.TypeCode);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => form.SubmitAsync(client, "main form", ("Code", FamilySteps.Wrong(code)))));

        (await app.AskAsync(context => context.FamilyCodes.MaxAsync(c => c.Tries))).ShouldBe(FamilyCodes.Tries);
        (await form.SubmitAsync(client, "main form", ("Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/my")]
    [InlineData("/my//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/staff")]
    [InlineData("/my/sign-in/out")]
    public async Task SignIn_WithAnAddressThatIsNotOurs_LeadsToTheFirstPage(string wanted)
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        var asked = await client.AskAsync(member.Typed, FamilySteps.SignIn + "?return=" + Uri.EscapeDataString(wanted));

        var answer = await client.TypeAsync(await app.CodeAsync(member.Email), asked.Response.Headers.Location!.ToString());

        answer.Response.Headers.Location!.ToString().ShouldBe("/my");
    }

    [Fact]
    public async Task SignIn_WithOneOfOurs_LeadsThere()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var client = app.CreateClient();
        var visitor = await client.PageAsync("/my/who-looked");
        var asked = await client.AskAsync(member.Typed, visitor.Response.Headers.Location!.ToString());

        var answer = await client.TypeAsync(await app.CodeAsync(member.Email), asked.Response.Headers.Location!.ToString());

        answer.Response.Headers.Location!.ToString().ShouldBe("/my/who-looked");
    }

    [Theory]
    [InlineData("/my/sign-in")]
    [InlineData("/join")]
    public async Task Ask_WithRubbish_SaysWhatToDo_AndKeepsWhatWasTyped(string address)
    {
        using var client = app.CreateClient();
        foreach (var typed in new[] { "", "x", "a@b", "01634", new string('a', 10_000) + "@example.org", "a b@example.org", "two@example.org@example.org", "a@b..", "<b>@x.yy", "0000000000", "7700900123" })
        {
            var page = await client.AskAsync(typed, address);

            page.Status.ShouldBe(HttpStatusCode.BadRequest, typed);
            page.Html.Title!.ShouldStartWith("Error:");
            page.One("input[name=Contact]").GetAttribute("value").ShouldBe(typed);
        }
    }

    [Theory]
    [InlineData("a@b..", "That e-mail address is not whole")]
    [InlineData("<b>@x.yy", "That e-mail address is not whole")]
    [InlineData("0000000000", "We cannot reach that number")]
    [InlineData("0440 123 4567", "We cannot reach that number")]
    [InlineData("07700 90012", "We cannot reach that number")]
    [InlineData("+44 0000 000000", "We cannot reach that number")]
    [InlineData("hello", "Type an e-mail address")]
    [InlineData("o'brien@example.org", null)]
    [InlineData("07700 900123", null)]
    [InlineData("(01634) 000-555", null)]
    [InlineData("0800 000000", null)]
    [InlineData("+44 (0)7700 900123", null)]
    [InlineData("447700900123", null)]
    [InlineData("+353 20 915 1234", null)]
    public async Task Ask_WithSomethingImpossible_SaysWhichItIs(string typed, string? complaint)
    {
        using var client = app.CreateClient();

        foreach (var address in new[] { FamilySteps.SignIn, "/join" })
        {
            var page = await client.AskAsync(typed, address);

            page.Status.ShouldBe(complaint is null ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, address);
            if (complaint is not null)
            {
                page.One("#f-Contact-error").TextContent.ShouldContain(complaint);
                page.One("input[name=Contact]").GetAttribute("value").ShouldBe(typed);
            }
        }
    }

    [Fact]
    public async Task Type_TenThousandCharacters_IsAWrongCode()
    {
        using var client = app.CreateClient();
        await client.AskAsync("nobody@example.org");

        (await client.TypeAsync(new string('1', 10_000))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
