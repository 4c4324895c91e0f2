using System.Net;
using Medway.LocalOffer.Accounts.CommandLine;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Families;

[Proves("accounts")]
public sealed class InviteFamilyTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    private const string Address = "/staff/families";

    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Invite_GoesToTheContactPoint_AndIsShownNowhere()
    {
        var began = app.Clock.GetUtcNow();
        var member = await app.MemberAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var found = await FindAsync(staff, member.PersonId.ToString());
        found.MainText.ShouldContain("f•••@example.org");
        found.MainText.ShouldContain("07••• •••");
        found.Body.ShouldNotContain(member.Typed);

        var sent = await found.SubmitAsync(staff, "form[action$='Invite']", ("Point", member.Email.ToString()), ("Reason", "Asked at the meeting"));

        sent.MainText.ShouldContain("We have sent the invitation");
        var path = app.Messages.To(member.Email).ShouldHaveSingleItem().Values["path"];
        sent.Body.ShouldNotContain(path);
        sent.Body.ShouldNotContain("/link/");
        (await app.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        app.Messages.To(member.Phone).ShouldBeEmpty();
        (await app.AskAsync(context => context.Database.SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where subject_id = {member.PersonId} and at >= {began} and name like 'accounts.%'").ToListAsync()))
            .ShouldBe(["accounts.family-access-seen", "accounts.family-invited", "accounts.family-access-seen"], ignoreOrder: true);
    }

    [Fact]
    public async Task Invite_ToSomebodyElsesContactPoint_OrWithoutAReason_IsRefused()
    {
        var member = await app.MemberAsync();
        var other = await app.MemberAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var found = await FindAsync(staff, member.PersonId.ToString());

        foreach (var fields in new (string, string?)[][]
        {
            [("Point", other.Email.ToString()), ("Reason", "x")],
            [("Point", member.Email.ToString()), ("Reason", "")],
            [("Point", member.Email.ToString()), ("Reason", new string('x', 10_000))],
            [("Point", member.Email.ToString()), ("Reason", "x"), ("Role", Roles.PlatformAdministrator)],
        })
        {
            (await found.SubmitAsync(staff, "form[action$='Invite']", fields)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        app.Messages.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sam Sample")]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    public async Task Find_NobodyWeKnow_SaysSo(string typed)
    {
        using var staff = await app.SignInAsAsync(Roles.TeamManager);

        var page = await FindAsync(staff, typed);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("nobody with this id that you work with");
    }

    [Fact]
    public async Task Find_OutOfScope_IsTheSameAsUnknown()
    {
        var member = await app.MemberAsync();
        using var limited = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, member.PersonId)));
        using var theirs = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Person, member.PersonId)));

        (await FindAsync(limited, member.PersonId.ToString())).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await FindAsync(theirs, member.PersonId.ToString())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Roles.PlatformAdministrator)]
    [InlineData(Roles.Editor)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task Get_AnotherRole_IsForbidden(string role)
    {
        using var staff = await app.SignInAsAsync(role);

        (await staff.PageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Invite_OnTheCommandLine_IsForDevelopmentOnly()
    {
        await using var scope = app.Scope();
        var verb = scope.ServiceProvider.GetServices<ICommandLineVerb>().OfType<InviteVerb>().Single();
        using var output = new StringWriter();

        (await verb.RunAsync(["family-01-parent-1"], output, output, Given.Now)).ShouldBe(1);

        output.ToString().ShouldContain("development only");
        app.Messages.Count.ShouldBe(0);
    }

    [Fact]
    public async Task WhoLooked_ShowsRolesAndNoNames()
    {
        var member = await app.MemberAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await FindAsync(staff, member.PersonId.ToString());
        using var client = await app.SignInFamilyAsync(member.PersonId);

        var page = await client.PageAsync("/my/who-looked");

        page.MainText.ShouldContain(Roles.EhcCoordinator);
        page.MainText.ShouldNotContain("Test Account");
        using var other = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId);
        (await other.PageAsync("/my/who-looked")).MainText.ShouldNotContain(Roles.EhcCoordinator);
    }

    [Theory]
    [InlineData("/my/sign-in")]
    [InlineData("/my/sign-in/code")]
    [InlineData("/my")]
    [InlineData("/my/security")]
    [InlineData("/my/security/app")]
    [InlineData("/my/security/code")]
    [InlineData("/my/documents")]
    [InlineData("/my/who-looked")]
    [InlineData("/join")]
    [InlineData("/join/code")]
    public async Task Get_FamilyPage_IsReadByAnElevenYearOld(string address)
    {
        using var visitor = app.CreateClient();
        await visitor.AskAsync("nobody@example.org");
        using var family = await app.SignInFamilyAsync((await app.MemberAsync()).PersonId, factors: address is "/my/security" or "/my/security/code" ? 1 : 2);
        if (address == "/my/security/code")
        {
            await (await family.PageAsync("/my/security")).SubmitAsync(family, "form[action$='Send']");
        }

        var page = await (address.Contains("sign-in", StringComparison.Ordinal) || address.StartsWith("/join", StringComparison.Ordinal) ? visitor : family).PageAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        PageWords.ReadingAgeOf(page.One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, address);
    }

    [Fact]
    public async Task Invite_ManyTimesAtOnce_OneInvitationLives()
    {
        var member = await app.MemberAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var found = await FindAsync(staff, member.PersonId.ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => found.SubmitAsync(
            staff, "form[action$='Invite']", ("Point", member.Email.ToString()), ("Reason", "Asked at the meeting"))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await app.AskAsync(context => context.FamilyAccess.CountAsync(a => a.PersonId == member.PersonId && a.EndedAt == null))).ShouldBe(1);
    }

    private static async Task<Page> FindAsync(HttpClient staff, string person) =>
        await (await staff.PageAsync(Address)).SubmitAsync(staff, "form[action$='Find']", ("Person", person));
}
