using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.OpenBreakGlass;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Features;

[Proves("accounts")]
public sealed class BreakGlassTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    private const string At = "/staff/break-glass";
    /// <summary>Of the demo families.</summary>
    private static readonly Guid Person = Guid.Parse("0dc1b709-9805-5d7e-8d99-011d26f1104a");

    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_WithAFreshCode_OpensOneRecordForAnHour_AndStandsOnTheListOfThoseWhoCheck()
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        using var client = await SignedInAsync(coordinator);
        app.Clock.Move(TimeSpan.FromMinutes(2));

        var opened = await OpenAsync(client, Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow()));

        opened.Heading.ShouldBe("The record is open to you");
        (await GrantsAsync(coordinator.Id)).ShouldContain(new Grant(Roles.BreakGlass, Scope.Of(ScopeKind.Person, Person)));
        var item = (await WorkOfAsync(Roles.DutyLead)).ShouldHaveSingleItem();
        item.Kind.ShouldBe("Break-glass opened");
        (await WorkOfAsync(Roles.TeamManager)).ShouldBeEmpty();
        (await WorkOfAsync(Roles.SafeguardingLead)).ShouldHaveSingleItem();
        (await WorkOfAsync(Roles.DataProtectionOfficer)).ShouldHaveSingleItem();
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        (await (await lead.PageAsync(item.Href)).SubmitAsync(lead, "main form[method=post]", ("WasRight", "True"), ("Review", "Right")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await WorkOfAsync(Roles.DutyLead)).ShouldBeEmpty();

        app.Clock.Move(TimeSpan.FromMinutes(60));
        (await GrantsAsync(coordinator.Id)).ShouldNotContain(grant => grant.Role == Roles.BreakGlass);
    }

    [Fact]
    public async Task Post_WithoutAFreshCode_OpensNothing()
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        using var client = await SignedInAsync(coordinator);

        var used = await OpenAsync(client, Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow()));

        used.Status.ShouldBe(HttpStatusCode.BadRequest);
        used.One("[name=Why]").TextContent.ShouldContain("The bus leaves now");
        (await app.AskAsync(context => context.BreakGlasses.CountAsync(Given.Now))).ShouldBe(0);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("0190b6c8-0000-7000-8000-000000000001")]
    public async Task Post_ForNobody_OpensNothing(string person)
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        using var client = await SignedInAsync(coordinator);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow());

        var refused = await OpenAsync(client, code, person);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("There is nobody with this id");
        (await app.AskAsync(context => context.BreakGlasses.CountAsync(Given.Now))).ShouldBe(0);
        (await OpenAsync(client, code)).Heading.ShouldBe("The record is open to you");
    }

    [Fact]
    public async Task Post_Again_WaitsForTheEnd_AndForSomebodyElseToCheckTheLast()
    {
        var lead = await app.SomeoneAsync(Roles.SafeguardingLead);
        using var client = await SignedInAsync(lead);
        (await OpenAsync(client, Fresh())).Heading.ShouldBe("The record is open to you");

        (await OpenAsync(client, Fresh())).One(".summary").TextContent.ShouldContain("is open to you already, until");
        app.Clock.Move(BreakGlass.Lasts);
        using var later = await SignedInAsync(lead);
        (await OpenAsync(later, Fresh())).One(".summary").TextContent.ShouldContain("nobody has checked that yet");

        var href = (await WorkOfAsync(Roles.DutyLead)).ShouldHaveSingleItem().Href;
        (await ReviewAsync(later, href)).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var officer = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        (await ReviewAsync(officer, href)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OpenAsync(later, Fresh())).Heading.ShouldBe("The record is open to you");

        string Fresh()
        {
            app.Clock.Move(TimeSpan.FromMinutes(1));
            return Totp.CodeAt(lead.Key!, app.Clock.GetUtcNow());
        }
    }

    [Theory]
    [InlineData(Roles.PlatformAdministrator)]
    [InlineData(Roles.Author)]
    public async Task Get_OtherRoles_AreForbidden(string role)
    {
        using var client = await app.SignInAsAsync(role);

        (await client.PageAsync(At)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Permissions_ThatTheRoleReaches_OnlyRead() =>
        app.Services.GetRequiredService<PermissionRegistry>().All.Where(permission => permission.DefaultRoles.Contains(Roles.BreakGlass))
            .ShouldAllBe(permission => permission.Name.EndsWith(".read", StringComparison.Ordinal) && !permission.Name.Contains("safety", StringComparison.Ordinal));

    private static async Task<Page> ReviewAsync(HttpClient client, string href) => await (await client.PageAsync(href)).SubmitAsync(
        client, "main form[method=post]", ("WasRight", "True"), ("Review", "Right"));

    private static async Task<Page> OpenAsync(HttpClient client, string code, string? person = null) => await (await client.PageAsync(At)).SubmitAsync(
        client, "main form[method=post]", ("PersonId", person ?? Person.ToString()), ("Reason", "ChildAtRisk"), ("Why", "The bus leaves now"), ("Code", code));

    private async Task<HttpClient> SignedInAsync(Someone someone)
    {
        app.Clock.StandAt(app.Clock.GetUtcNow());
        var client = app.CreateClientWith();
        await client.PasswordAsync(someone.Email, someone.Password);
        await client.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()));
        return client;
    }

    private async Task<List<Grant>> GrantsAsync(Guid id)
    {
        await using var scope = app.Scope();
        var live = scope.ServiceProvider.GetRequiredService<People.PersonChanges>().LiveGrants();
        return [.. (await live.Where(grant => grant.AccountId == id).ToListAsync(Given.Now)).Select(grant => grant.AsGrant())];
    }

    private async Task<IReadOnlyList<WorkItem>> WorkOfAsync(string role)
    {
        await using var scope = app.Scope();
        var actor = new Actor();
        actor.Become(ActorKind.Staff, Guid.CreateVersion7().ToString(), role);
        return await scope.ServiceProvider.GetServices<IWorkItems>().OfType<People.BreakGlassWork>().Single().ForAsync(actor, Given.Now);
    }
}
