using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Features;

[Proves("accounts")]
public sealed class PeopleTests(PeopleTests.OwningApp app) : IClassFixture<PeopleTests.OwningApp>, IAsyncLifetime
{
    private const string Why = "Starts on Monday";

    private HttpClient administrator = null!;
    private Guid administratorId;

    public async ValueTask InitializeAsync()
    {
        app.Owned.Clear();
        await app.ForgetAccountsAsync();
        var signedIn = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.PlatformAdministrator, Scope.Everything)]);
        (administrator, administratorId) = (signedIn.Client, signedIn.AccountId);
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/staff/accounts")]
    [InlineData("/staff/accounts/invite")]
    public async Task Get_WithoutTheRole_IsForbidden(string address)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        (await officer.PageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.PageAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/roles")]
    [InlineData("/suspend")]
    [InlineData("/link")]
    [InlineData("/leave")]
    [InlineData("/may")]
    public async Task Get_UnknownPerson_IsNotFound(string page) =>
        (await administrator.PageAsync($"/staff/accounts/{Guid.CreateVersion7()}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Post_Invite_ShowsTheLinkOnce_AndItWorks()
    {
        var answer = await InviteAsync();

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var link = new Uri(answer.One("code.once").TextContent).AbsolutePath;
        (await app.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        var list = await administrator.PageAsync("/staff/accounts?words=newcomer&state=Invited&role=Editor");
        list.All("tbody tr").Count.ShouldBe(1);
        (await administrator.PageAsync("/staff/accounts?words=newcomer&state=Active")).All("tbody tr").Count.ShouldBe(0);
        var events = await EventsAsync();
        events.ShouldContain("accounts.person-invited");
    }

    [Fact]
    public async Task Post_Invite_AsksForTheMessage_WhichHoldsNothingReadable()
    {
        var before = await RequestsAsync();

        (await InviteAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await InviteAsync(("Email", "no address"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await RequestsAsync()).ShouldBe(before + 1, "one for the invitation that was made");
        (await app.AskAsync(context => context.Database.SqlQuery<string>($"select r::text as \"Value\" from messaging.requests r where template = 'accounts.invitation'").ToListAsync(Given.Now)))
            .ShouldAllBe(row => !row.Contains("/link/"));
    }

    [Fact]
    public async Task Post_SuspendAndLetInAgain_ClosesAndOpensTheDoor_AndTheLastSignInIsShown()
    {
        var someone = await app.SomeoneAsync(Roles.Author, withApp: false);
        var address = $"/staff/accounts/{someone.Id}";
        (await administrator.PageAsync(address)).One("dl").TextContent.ShouldContain("Never");
        using var client = app.CreateClientWith();
        (await client.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.PageAsync(address)).One("dl").TextContent.ShouldNotContain("Never");
        (await administrator.PageAsync("/staff/accounts?words=" + someone.Email)).One("tbody tr").TextContent.ShouldNotContain("Never");

        foreach (var (signsIn, state) in new[] { (HttpStatusCode.BadRequest, AccountState.Suspended), (HttpStatusCode.Redirect, AccountState.Active) })
        {
            var page = await administrator.PageAsync(address + "/suspend");
            (await page.SubmitAsync(administrator, "main form[method=post]", ("Reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await page.SubmitAsync(administrator, "main form[method=post]", ("Reason", Why))).Status.ShouldBe(HttpStatusCode.Redirect);

            (await app.AskAsync(context => context.Users.Where(account => account.Id == someone.Id).Select(account => account.State).SingleAsync(Given.Now))).ShouldBe(state);
            (await client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect, "what was open stays closed");
            using var anew = app.CreateClientWith();
            (await anew.PasswordAsync(someone.Email, someone.Password)).Status.ShouldBe(signsIn);
        }

        var events = await EventsAsync();
        events.ShouldContain("accounts.person-suspended");
        events.ShouldContain("accounts.person-reinstated");
    }

    [Theory]
    [InlineData("Sаm Sample", "two alphabets")]
    [InlineData("Sam\u202EelpmaS", "letters, spaces")]
    [InlineData("", "Write the person's name")]
    public async Task Post_InviteWithAStrangeName_SaysSo(string name, string said)
    {
        var answer = await InviteAsync(("Name", name));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.One(".summary").TextContent.ShouldContain(said);
        answer.One("[name=Email]").GetAttribute("value").ShouldBe("newcomer@example.org");
    }

    [Fact]
    public async Task Post_TenThousandLetters_AreRefusedPlainly()
    {
        var answer = await InviteAsync(("Name", new string('x', 10_000)), ("Email", new string('x', 10_000) + "@example.org"), ("Reason", new string('x', 10_000)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.All(".summary li").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("newcomer@exаmple.org")]
    [InlineData("newcomer")]
    [InlineData("new comer@example.org")]
    public async Task Post_InviteAtAnAddressThatIsNone_SaysSo(string email) =>
        (await InviteAsync(("Email", email))).One(".summary").TextContent.ShouldContain("like name@example.org");

    [Fact]
    public async Task Post_TwoAdministratorsAtOnce_TheSecondSeesBothVersions()
    {
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        using var other = await app.SignInAsAsync(Roles.PlatformAdministrator);
        var address = $"/staff/accounts/{someone.AccountId}/roles";
        var (first, second) = (await administrator.PageAsync(address), await other.PageAsync(address));

        (await first.SubmitAsync(administrator, "main form[method=post]", ("Role", Roles.Editor), ("Reason", Why))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await second.SubmitAsync(other, "main form[method=post]", ("Role", Roles.Publisher), ("Reason", "Another reason"));

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.One("dl").TextContent.ShouldContain(Roles.Editor);
        conflict.One("[name=Reason]").TextContent.ShouldContain("Another reason");
        conflict.One("[name=Role] option[selected]").GetAttribute("value").ShouldBe(Roles.Publisher);
        (await conflict.SubmitAsync(other, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await other.PageAsync(address)).One("dl").TextContent.ShouldContain(Roles.Publisher);
    }

    [Fact]
    public async Task Post_TakeARole_IsAudited_AndGoneAtOnce()
    {
        var someone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        var page = await administrator.PageAsync($"/staff/accounts/{someone.AccountId}/roles");
        (await someone.Client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.OK);

        (await page.SubmitAsync(administrator, "main form[method=post]", ("Reason", Why), ("Take", page.One("input[name=Take]").GetAttribute("value"))))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        (await someone.Client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await EventsAsync()).ShouldContain("accounts.roles-changed");
    }

    [Fact]
    public async Task Post_ARoleForOneself_AndSuspendingTheLastAdministrator_AreRefused()
    {
        var roles = await administrator.PageAsync($"/staff/accounts/{administratorId}/roles");
        var suspend = await administrator.PageAsync($"/staff/accounts/{administratorId}/suspend");

        (await roles.SubmitAsync(administrator, "main form[method=post]", ("Role", Roles.DutyLead), ("Reason", Why)))
            .One(".summary").TextContent.ShouldContain("your own roles");
        (await suspend.SubmitAsync(administrator, "main form[method=post]", ("Reason", Why))).One(".summary").TextContent.ShouldContain("last Platform administrator");

        using var other = await app.SignInAsAsync(Roles.PlatformAdministrator);
        (await suspend.SubmitAsync(administrator, "main form[method=post]", ("Reason", Why))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_Leave_HandsOverWhatTheyOwn_AndEndsRolesAndSessions()
    {
        var leaver = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Author, Scope.Everything)]);
        var heir = await app.SomeoneAsync(Roles.Author);
        app.Owned[leaver.AccountId] = 7;
        var page = await administrator.PageAsync($"/staff/accounts/{leaver.AccountId}/leave");
        page.One("dl").TextContent.ShouldContain("7 pages");

        (await page.SubmitAsync(administrator, "main form[method=post]", ("To", "nobody@example.org"), ("Reason", Why))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(administrator, "main form[method=post]", ("To", heir.Email), ("Reason", Why))).Status.ShouldBe(HttpStatusCode.Redirect);

        app.Owned.ShouldBe(new Dictionary<Guid, int> { [heir.Id] = 7 });
        (await leaver.Client.PageAsync(Given.Me)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.Grants.CountAsync(grant => grant.AccountId == leaver.AccountId && grant.EndedAt == null, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task Get_WhatCanThisPersonDo_AnswersLikeTheGuard()
    {
        var lead = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.DutyLead, new Scope(ScopeKind.Team, "Strood"))]);

        var page = await administrator.PageAsync($"/staff/accounts/{lead.AccountId}/may");

        string Row(string permission) => page.All("tbody tr").Single(row => row.QuerySelector("code")!.TextContent == permission).TextContent;
        Row("accounts.break-glass.open").ShouldContain("Yes");
        Row("accounts.break-glass.open").ShouldContain("Duty and safety lead, team Strood");
        Row("accounts.people.manage").ShouldContain("No");
        Row("accounts.people.manage").ShouldContain("Needs Platform administrator");
        page.All("tbody tr").Count.ShouldBe(app.Services.GetRequiredService<PermissionRegistry>().All.Count);
    }

    [Fact]
    public async Task Post_TheSameInvitationManyTimesAtOnce_OneWins()
    {
        var form = await administrator.PageAsync("/staff/accounts/invite");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.SubmitAsync(
            administrator, "main form[method=post]", ("Name", "Newcomer Sample"), ("Email", "newcomer@example.org"), ("Role", Roles.Editor), ("Reason", Why))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.BadRequest).ShouldBe(7);
    }

    private async Task<Page> InviteAsync(params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] usual = [("Name", "Newcomer Sample"), ("Email", "newcomer@example.org"), ("Role", Roles.Editor), ("Reason", Why)];
        return await (await administrator.PageAsync("/staff/accounts/invite")).SubmitAsync(
            administrator, "main form[method=post]", [.. usual.Where(field => fields.All(given => given.Name != field.Name)), .. fields]);
    }

    private Task<int> RequestsAsync() => app.AskAsync(context => context.Database.SqlQuery<int>(
        $"select count(*)::int as \"Value\" from messaging.requests where template = 'accounts.invitation'").SingleAsync(Given.Now));

    private Task<List<string>> EventsAsync() =>
        app.AskAsync(context => context.Database.SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where actor_id = {administratorId.ToString()}").ToListAsync(Given.Now));

    /// <summary>A host with a module in which people own pages.</summary>
    public sealed class OwningApp(PostgresCluster cluster) : App(cluster)
    {
        public Dictionary<Guid, int> Owned { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<IOwnership>(_ => new Pages(Owned)));
        }
    }

    private sealed class Pages(Dictionary<Guid, int> owned) : IOwnership
    {
        public Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Owned>>([new Owned("pages", owned.GetValueOrDefault(accountId))]);

        public Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken)
        {
            if (owned.Remove(fromAccountId, out var count))
            {
                owned[toAccountId] = owned.GetValueOrDefault(toAccountId) + count;
            }

            return Task.CompletedTask;
        }
    }
}
