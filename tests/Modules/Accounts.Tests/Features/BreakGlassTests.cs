using System.Net;
using System.Text.RegularExpressions;
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
public sealed partial class BreakGlassTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
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
    [InlineData("/staff/ehcp/records/0190b6c8-0000-7000-8000-000000000001")]
    public async Task Post_ForNoRecord_OpensNothing_CostsAFreshCode_AndIsWrittenDown(string nowhere)
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        using var client = await SignedInAsync(coordinator);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow());

        (await OpenAsync(client, "000000", nowhere)).One(".summary").TextContent.ShouldNotContain("leads to no record", Case.Sensitive, "without a code nobody learns whether there is one");
        (await MissedAsync(coordinator.Id)).ShouldBe(0);
        var refused = await OpenAsync(client, code, nowhere);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("This leads to no record");
        refused.One("[name=Record]").GetAttribute("value").ShouldBe(nowhere);
        (await app.AskAsync(context => context.BreakGlasses.CountAsync(Given.Now))).ShouldBe(0);
        (await MissedAsync(coordinator.Id)).ShouldBe(1);
        (await OpenAsync(client, code)).Status.ShouldBe(HttpStatusCode.BadRequest, "the code is used up");
        app.Clock.Move(TimeSpan.FromMinutes(1));
        (await OpenAsync(client, Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow()))).Heading.ShouldBe("The record is open to you");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sam Sample")]
    [InlineData("EHC-7F3K-2X")]
    [InlineData("/staff/people/not-an-id")]
    [InlineData("https://evil.example/?x=0dc1b709-9805-5d7e-8d99-011d26f1104a")]
    public async Task Post_WhatIsNoReference_IsSaidBeforeTheCodeIsLookedAt(string typed)
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        using var client = await SignedInAsync(coordinator);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(coordinator.Key!, app.Clock.GetUtcNow());

        (await OpenAsync(client, code, typed)).One(".summary").TextContent.ShouldContain("Write the reference as it stands on the letter");
        (await OpenAsync(client, code, new string('E', 10_000))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await OpenAsync(client, code)).Heading.ShouldBe("The record is open to you", "the code was not used up");
    }

    [Fact]
    public async Task Post_ByTheReferenceOnALetter_LeadsToTheRecord_WhichWasNotThereBefore()
    {
        var family = await app.FamilyAsync();
        using var colleague = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var address = $"/staff/ehcp/records/{await app.EhcRecordAsync(family.ChildId, colleague.AccountId)}";
        var reference = Reference().Match((await colleague.Client.PageAsync(address)).MainText).Value;
        var other = await app.SomeoneAsync(Roles.EhcCoordinator);
        await app.AskAsync(context => context.Grants.Where(grant => grant.AccountId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ScopeKind, ScopeKind.Caseload).SetProperty(grant => grant.ScopeId, other.Id.ToString()), Given.Now));
        using var client = await SignedInAsync(other);
        var missing = await client.PageAsync(address);
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.PageAsync(missing.One("main a[href^='/staff/break-glass']").GetAttribute("href")!)).One("[name=Record]").GetAttribute("value").ShouldBe(address);
        app.Clock.Move(TimeSpan.FromMinutes(2));

        var opened = await OpenAsync(client, Totp.CodeAt(other.Key!, app.Clock.GetUtcNow()), reference.ToLowerInvariant().Replace('-', ' '));

        opened.Heading.ShouldBe("The record is open to you");
        var link = opened.One($"main a.button[href='{address}']").GetAttribute("href")!;
        var page = await client.PageAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.MainText.ShouldContain(reference);
        (await client.PageAsync(address + "/events/new")).Status.ShouldNotBe(HttpStatusCode.OK, "it reads and changes nothing");
        app.Clock.Move(BreakGlass.Lasts);
        using var later = await SignedInAsync(other);
        (await later.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_TellsEverybodyWhoChecks_AtOnce_AndNeverWhoOrWhose()
    {
        var coordinator = await app.SomeoneAsync(Roles.EhcCoordinator);
        var opener = await app.SomeoneAsync(Roles.SafeguardingLead);
        var (lead, officer, gone) = (await app.SomeoneAsync(Roles.DutyLead), await app.SomeoneAsync(Roles.DataProtectionOfficer), await app.SomeoneAsync(Roles.DutyLead));
        await app.AskAsync(context => context.Users.Where(account => account.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.State, AccountState.Left), Given.Now));
        using var client = await SignedInAsync(opener);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        await OpenAsync(client, "000000");
        app.Messages.Count.ShouldBe(0);

        (await OpenAsync(client, Totp.CodeAt(opener.Key!, app.Clock.GetUtcNow()))).Heading.ShouldBe("The record is open to you");

        var told = app.Messages.All.Where(message => message.Template == "accounts.break-glass-opened").ToList();
        told.Select(message => message.StaffEmail).ShouldBe([lead.Email, officer.Email], ignoreOrder: true);
        told.ShouldAllBe(message => !message.Values.Values.Any(value => value.Contains(Person.ToString(), StringComparison.Ordinal) || value.Contains("bus", StringComparison.Ordinal)));
        told.Select(message => message.OccurrenceKey).Distinct().Count().ShouldBe(2);
        using var checking = await app.SignInAsAsync(Roles.DutyLead);
        (await checking.PageAsync(told[0].Values["path"])).Heading.ShouldBe("Check a break-glass");
        coordinator.Email.ShouldNotBeOneOf([.. told.Select(message => message.StaffEmail)]);
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

    private static async Task<Page> OpenAsync(HttpClient client, string code, string? record = null) => await (await client.PageAsync(At)).SubmitAsync(
        client, "main form[method=post]", ("Record", record ?? $"/staff/people/{Person}"), ("Reason", "ChildAtRisk"), ("Why", "The bus leaves now"), ("Code", code));

    private async Task<HttpClient> SignedInAsync(Someone someone)
    {
        app.Clock.StandAt(app.Clock.GetUtcNow());
        var client = app.CreateClientWith();
        await client.PasswordAsync(someone.Email, someone.Password);
        await client.CodeAsync(Totp.CodeAt(someone.Key!, app.Clock.GetUtcNow()));
        return client;
    }

    private Task<int> MissedAsync(Guid id) => app.AskAsync(context => context.Database.SqlQuery<int>(
        $"select count(*)::int as \"Value\" from platform.audit_entries where name = 'accounts.break-glass-missed' and actor_id = {id.ToString()}").SingleAsync(Given.Now));

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

    [GeneratedRegex("EHC-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex Reference();
}
