using System.Net;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Families;

[Proves("accounts")]
public sealed class JoinTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    private static readonly (string, string?)[] Said = [("Name", "Robin Madeup"), ("For", "Kit Madeup")];

    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Join_ReachesNothing_BeforeAnOfficerSaysYes_AndSignsInAfterwards()
    {
        const string Typed = "new.parent@example.org";
        var member = await app.MemberAsync();
        using var client = app.CreateClient();
        var join = await JoinAsync(client, Typed);

        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.SessionsAsync()).ShouldBe(0);
        await client.AskAsync(Typed);
        await RunJobsAsync();
        app.Messages.To(join.ContactPointId).Count.ShouldBe(1);

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var page = await officer.PageAsync($"/staff/join-requests/{join.Id}");
        page.Body.ShouldNotContain(Typed);
        page.MainText.ShouldContain("n•••@example.org");
        page.MainText.ShouldContain("Robin Madeup", customMessage: "else nobody could find the record");
        page.MainText.ShouldContain("Kit Madeup");
        (await page.SubmitAsync(officer, "main form", ("PersonId", member.PersonId.ToString()), ("Reason", "Met at the office"), ("Decision", "yes")))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        (await officer.PageAsync($"/staff/join-requests/{join.Id}")).Body.ShouldNotContain("Robin Madeup", customMessage: "it was for finding the record");
        app.Messages.To(join.ContactPointId).ShouldContain(message => message.Template == "accounts.join-approved");
        app.Messages.To(member.Email).ShouldContain(message => message.Template == "accounts.family-contact-added");
        app.Clock.Move(TimeSpan.FromHours(1));
        await client.AskAsync(Typed);
        (await client.TypeAsync(await app.CodeAsync(join.ContactPointId))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await client.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);

        // The contact point is new today: documents wait, whatever was shown.
        using var sure = await app.SignInFamilyAsync(member.PersonId, factors: 2);
        (await sure.PageAsync("/my/documents")).MainText.ShouldContain("Your documents open on");
    }

    [Fact]
    public async Task Ask_KnownAndUnknown_GetTheSameAnswers()
    {
        var member = await app.MemberAsync();
        using var known = app.CreateClient();
        using var unknown = app.CreateClient();

        var first = await known.AskAsync(member.Typed, "/join");
        var second = await unknown.AskAsync("stranger@example.org", "/join");

        second.Status.ShouldBe(first.Status);
        second.Response.Headers.Location.ShouldBe(first.Response.Headers.Location);
        (await unknown.PageAsync("/join/code")).MainText.ShouldBe((await known.PageAsync("/join/code")).MainText);
        var done = await known.TypeAsync(await app.CodeAsync(member.Email), "/join/code", Said);
        done.Heading.ShouldBe("We have it");
        var stranger = await app.AskAsync(context => context.JoinRequests.SingleAsync(join => join.State == JoinState.Started));
        (await unknown.TypeAsync(await app.CodeAsync(stranger.ContactPointId), "/join/code", Said)).MainText.ShouldBe(done.MainText);
    }

    [Fact]
    public async Task CodeToJoin_SignsNobodyIn()
    {
        var member = await app.MemberAsync();
        using var client = app.CreateClient();
        await client.AskAsync(member.Typed, "/join");
        var code = await app.CodeAsync(member.Email);
        using var own = await app.BoundAsync(member);

        (await client.TypeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.TypeAsync(code, "/join/code", Said)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ask_ForAFamilyThatMaySignIn_SendsNothing_AndLeavesItItsOwnCodes()
    {
        var member = await app.MemberAsync();
        using var own = await app.BoundAsync(member);
        using var stranger = app.CreateClient();
        var sent = app.Messages.To(member.Email).Count;
        for (var i = 0; i < FamilyCodes.SentAnHour; i++)
        {
            (await stranger.AskAsync(member.Typed, "/join")).Response.Headers.Location!.ToString().ShouldBe("/join/code");
        }

        await RunJobsAsync();
        app.Messages.To(member.Email).Count.ShouldBe(sent);

        using var family = app.CreateClient();
        await family.AskAsync(member.Typed);
        (await family.TypeAsync(await app.CodeAsync(member.Email))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Ask_BeforeAFamilyMaySignIn_LeavesItItsInvitation()
    {
        var member = await app.MemberAsync();
        using var stranger = app.CreateClient();
        for (var i = 0; i <= FamilyCodes.SentAnHour; i++)
        {
            await stranger.AskAsync(member.Typed, "/join");
        }

        await RunJobsAsync();
        app.Messages.To(member.Email).Count(message => message.Template == "accounts.join-code").ShouldBe(FamilyCodes.SentAnHour);

        using var own = await app.BoundAsync(member);
        (await own.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "Kit Madeup", "Write your name")]
    [InlineData("Robin Madeup", " ", "Write the name of the child")]
    public async Task Confirm_WithoutSayingWho_IsAsked_AndTheCodeStillWorks(string name, string child, string asked)
    {
        const string Typed = "unnamed@example.org";
        using var client = app.CreateClient();
        await client.AskAsync(Typed, "/join");
        var join = await app.AskAsync(context => context.JoinRequests.OrderByDescending(j => j.Id).FirstAsync());
        var code = await app.CodeAsync(join.ContactPointId);

        var refused = await client.TypeAsync(code, "/join/code", ("Name", name), ("For", child));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain(asked);

        (await client.TypeAsync(code, "/join/code", Said)).Heading.ShouldBe("We have it");
    }

    [Fact]
    public async Task Decide_No_WithAReason_AndTwiceIsAConflict()
    {
        using var client = app.CreateClient();
        var join = await JoinAsync(client, "somebody@example.org");
        using var officer = await app.SignInAsAsync(Roles.TeamManager);
        var page = await officer.PageAsync($"/staff/join-requests/{join.Id}");

        var refused = await page.SubmitAsync(officer, "main form", ("Decision", "no"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Html.Title!.ShouldStartWith("Error:");
        (await page.SubmitAsync(officer, "main form", ("Reason", "Nobody by that number"), ("Decision", "no"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(officer, "main form", ("Reason", "Once more"), ("Decision", "no"))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await app.AskAsync(context => context.JoinRequests.SingleAsync(j => j.Id == join.Id))).State.ShouldBe(JoinState.Declined);
        (await officer.PageAsync("/staff/join-requests?state=declined")).MainText.ShouldContain(JoinRequest.ReferenceOf(join.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an id")]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    public async Task Decide_YesForNobodyWeKnow_SaysSo(string person)
    {
        using var client = app.CreateClient();
        var join = await JoinAsync(client, "somebody@example.org");
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);

        var answer = await (await officer.PageAsync($"/staff/join-requests/{join.Id}"))
            .SubmitAsync(officer, "main form", ("PersonId", person), ("Reason", "Met"), ("Decision", "yes"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.MainText.ShouldContain("nobody with this id that you work with");
        answer.One("input[name=Reason]").GetAttribute("value").ShouldBe("Met");
        (await app.AskAsync(context => context.JoinRequests.SingleAsync(j => j.Id == join.Id))).State.ShouldBe(JoinState.Waiting);
    }

    [Fact]
    public async Task Waiting_StandsInTheWorkOfThoseWhoMayDecide_AndOfNobodyElse()
    {
        using var client = app.CreateClient();
        await JoinAsync(client, "somebody@example.org");

        (await WorkAsync(Roles.RegisterOfficer)).ShouldHaveSingleItem().Kind.ShouldBe("Asks to join");
        (await WorkAsync(Roles.TeamManager)).ShouldHaveSingleItem();
        (await WorkAsync(Roles.PlatformAdministrator)).ShouldBeEmpty();
        using var editor = await app.SignInAsAsync(Roles.Editor);
        (await editor.PageAsync("/staff/join-requests")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Asked_ButNeverConfirmed_IsNoWork_AndIsForgottenAfterADay()
    {
        using var client = app.CreateClient();
        await client.AskAsync("somebody@example.org", "/join");
        (await WorkAsync(Roles.RegisterOfficer)).ShouldBeEmpty();

        app.Clock.Move(TimeSpan.FromHours(25));
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<TidyFamilyCodesJob>().RunAsync(null!, Given.Now);

        (await app.AskAsync(context => context.JoinRequests.CountAsync())).ShouldBe(0);
        (await app.AskAsync(context => context.FamilyCodes.CountAsync())).ShouldBe(0);
    }

    private async Task<JoinRequest> JoinAsync(HttpClient client, string typed)
    {
        await client.AskAsync(typed, "/join");
        var join = await app.AskAsync(context => context.JoinRequests.OrderByDescending(j => j.Id).FirstAsync());
        (await client.TypeAsync(await app.CodeAsync(join.ContactPointId), "/join/code", Said)).MainText.ShouldContain("An officer will check who you are");
        return join;
    }

    private async Task RunJobsAsync() => await app.Services.GetRequiredService<Platform.Jobs.JobRunner>().RunDueAsync(Given.Now);

    private async Task<IReadOnlyList<WorkItem>> WorkAsync(string role)
    {
        await using var scope = app.Scope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        actor.Become(ActorKind.Staff, Guid.CreateVersion7().ToString(), role);
        var source = scope.ServiceProvider.GetServices<IWorkItems>().Single(items => items.GetType().Name == "JoinsWork");
        return await source.ForAsync(actor, Given.Now);
    }
}
