using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>The text of a plan: written, sent, read by the family behind the second factor, and answered. The clock stands on a Tuesday morning.</summary>
[Proves("ehcp")]
public sealed class PlanTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Tuesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Draft_IsWritten_Sent_ReadWithTwoFactors_Answered_AndFollowedByTheFinal()
    {
        var family = await FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        (await staff.PageAsync(record)).All($"a[href='{record}/plan']").ShouldNotBeEmpty("it is reached from the record");
        (await staff.PageAsync($"{record}/plan")).MainText.ShouldContain("Nothing has been written yet");
        await staff.BegunAsync(record);
        (await staff.SendPlanAsync(record, "DraftServed", app.Today(), "Portal")).One(".summary").TextContent.ShouldContain("Section A, B, C, D, E, F, G, H1, H2, K is empty");
        await staff.WrittenAsync(record, "Wombatwords", withSchool: true);
        (await staff.SendPlanAsync(record, "DraftServed", app.Today(), "Portal")).One(".summary").TextContent.ShouldContain("A draft names no school");
        (await staff.FillInAsync($"{record}/plan/sections/I", ("Words", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        var own = await app.OwnPlanAsync(record);
        using var sure = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        (await sure.PageAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound, "nobody reads what is still written");
        (await sure.PageAsync("/my/documents")).All($"a[href='{own}']").ShouldBeEmpty();

        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");

        (await staff.PageAsync(record)).DateRow("Answer the draft plan").ShouldContain(app.Today().AddDays(14).Short());
        using var once = await app.SignInFamilyAsync(family.ParentId);
        var door = await once.PageAsync(own);
        door.Status.ShouldBe(HttpStatusCode.Redirect);
        door.Response.Headers.Location!.ToString().ShouldStartWith("/my/security?return=");
        (await once.PageAsync("/my/ehc-plan")).MainText.ShouldNotContain("Wombatwords");
        (await once.PageAsync("/my/ehc-plan")).All("a[href='/my/documents']").ShouldNotBeEmpty();
        (await sure.PageAsync("/my/documents")).All($"a[href='{own}']").Count.ShouldBe(1);
        var read = await sure.PageAsync(own);
        read.MainText.ShouldContain("F Wombatwords");
        read.MainText.ShouldContain($"You have until {app.Today().AddDays(14).Long()}");
        var bad = await sure.FillInAsync($"{own}/answer", ("Reply", "WantsChanges"), ("Words", ""), ("School", ""));
        bad.Status.ShouldBe(HttpStatusCode.BadRequest);
        bad.One(".summary").TextContent.ShouldContain("Write what you would like to change");
        bad.One("[name=Reply][value=WantsChanges]").HasAttribute("checked").ShouldBeTrue("what was chosen stays");
        var answered = await sure.FillInAsync($"{own}/answer", ("Reply", "WantsChanges"), ("Words", "More of F please"), ("School", "Oakish School"), ("Meet", "Yes"));
        answered.Status.ShouldBe(HttpStatusCode.Redirect, answered.MainText);

        (await sure.PageAsync(own)).MainText.ShouldContain("More of F please");
        var page = await staff.PageAsync($"{record}/plan");
        page.MainText.ShouldContain("More of F please");
        page.MainText.ShouldContain("Oakish School");
        page.MainText.ShouldContain("They would like to meet");
        (await staff.PageAsync("/staff")).All($"a[href='{record}/plan']").ShouldNotBeEmpty("it stands in My work");
        (await staff.PageAsync(record)).MainText.ShouldContain("Finishing the plan");
        await staff.BegunAsync(record);
        (await staff.PageAsync("/staff")).All($"a[href='{record}/plan']").ShouldBeEmpty();
        (await staff.SendPlanAsync(record, "FinalSent", app.Today())).One(".summary").TextContent.ShouldContain("Section I is empty");
        await staff.FillInAsync($"{record}/plan/sections/I", ("Words", "Oakish School, a special school"));
        await staff.PlanSentAsync(record, "FinalSent", app.Today());

        var final = await app.OwnPlanAsync(record);
        var last = await sure.PageAsync(final);
        last.MainText.ShouldContain("Oakish School, a special school");
        last.MainText.ShouldContain("The help in it must be given");
        last.All($"a[href='{final}/answer']").ShouldBeEmpty();
        (await sure.PageAsync("/my/documents")).All("a[href^='/my/documents/ehc-plan/']").Count.ShouldBe(2);
        (await sure.PageAsync($"{own}/answer")).Status.ShouldBe(HttpStatusCode.Redirect, "an older text is not answered any more");
        var trail = await app.TrailOfAsync(family.ChildId);
        new[] { EhcpAudit.PlanStarted, EhcpAudit.PlanWritten, EhcpAudit.PlanSent, EhcpAudit.PlanRead }.ShouldAllBe(one => trail.Contains(one.Name));
    }

    [Fact]
    public async Task Held_WhenTheWayToSignInIsNew_NothingOfThePlanIsShown()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var (_, own) = await DraftAsync(staff, family, "Heldwords");
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);

        var held = await parent.PageAsync(own);

        held.Status.ShouldBe(HttpStatusCode.Redirect);
        held.Response.Headers.Location!.ToString().ShouldBe("/my/documents");
        (await parent.PageAsync($"{own}/answer")).Status.ShouldBe(HttpStatusCode.Redirect);
        app.GoOn(2);
        using var later = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        (await later.PageAsync(own)).MainText.ShouldContain("Heldwords");
    }

    [Fact]
    public async Task Plan_IsReadByNobodyElse()
    {
        var (other, helper, family) = (await app.FamilyAsync(), await app.FamilyAsync(), await app.FamilyAsync());
        var noContact = await ReachableAsync();
        app.GoOn(2);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var (record, own) = await DraftAsync(staff, family, "Privatewords");
        await app.RelateAsync(noContact, family.ChildId, RelationshipKind.Parent, decides: true);
        await app.RestrictAsync(family.ChildId, HeldReason.NoContactOrder, noContact);
        using var elsewhere = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        using var adviser = await app.SignInAsAsync(Roles.AdviceGiver);
        using var stranger = await app.SignInFamilyAsync(other.ParentId, factors: 2);
        using var held = await app.SignInFamilyAsync(noContact, factors: 2);
        using var supporter = await app.SignInFamilyAsync(helper.ParentId, Roles.Supporter, factors: 2);

        (await elsewhere.PageAsync($"{record}/plan")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var nobody in new[] { head, analyst, adviser })
        {
            (await nobody.PageAsync($"{record}/plan")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await stranger.PageAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PageAsync($"{own}/answer")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await held.PageAsync(own)).Body.ShouldNotContain("Privatewords");
        (await supporter.PageAsync(own)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        (await parent.PageAsync(own)).MainText.ShouldContain("Privatewords");
    }

    [Fact]
    public async Task TwoParents_TheFirstAnswerEndsNobodysFifteenDays_AndStopsTheirOwnReminderOnly()
    {
        var (one, other) = (await ReachableAsync(), await ReachableAsync());
        var child = await app.ChildAsync(app.Today().AddYears(-9));
        foreach (var parent in new[] { one, other })
        {
            await app.RelateAsync(parent, child, RelationshipKind.Parent, decides: true);
        }

        app.GoOn(2);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(child, app.Today());
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Bothwords", withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        var own = await app.OwnPlanAsync(record);
        using var first = await app.SignInFamilyAsync(one, factors: 2);
        using var second = await app.SignInFamilyAsync(other, factors: 2);

        (await first.FillInAsync($"{own}/answer", ("Reply", "Agrees"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await staff.PageAsync(record)).DateRow("Answer the draft plan").ShouldContain("Open");
        var reminders = await app.TouchpointsAsync(child, "NA-16");
        reminders.Single(row => row.PersonId == one).State.ShouldBe(TouchpointState.Cancelled);
        reminders.Single(row => row.PersonId == other).State.ShouldBe(TouchpointState.Planned);
        (await second.PageAsync(own)).MainText.ShouldNotContain("What you told us", Case.Sensitive, "each person's answer is their own");

        (await second.FillInAsync($"{own}/answer", ("Reply", "NothingToSay"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await staff.PageAsync(record)).DateRow("Answer the draft plan").ShouldContain("In time");
        (await app.TouchpointsAsync(child, "NA-16")).ShouldAllBe(row => row.State == TouchpointState.Cancelled);
        (await app.AskAsync(context => context.Events.CountAsync(row => row.Kind == EventKind.DraftAnswered, Given.Now))).ShouldBe(1);
    }

    [Fact]
    public async Task SendingThatIsTakenBack_HidesTheText_AndItCanBeSentAgain()
    {
        var family = await FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var (record, own) = await DraftAsync(staff, family, "Backwords");
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        (await parent.PageAsync(own)).MainText.ShouldContain("Backwords");
        var id = await app.AskAsync(context => context.Events.Where(one => one.Kind == EventKind.DraftServed).Select(one => one.Id).SingleAsync(Given.Now));

        (await staff.FillInAsync($"{record}/events/{id}/take-back", ("Reason", "The letter came back"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await parent.PageAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        (await parent.PageAsync(own)).MainText.ShouldContain("Backwords");
    }

    [Fact]
    public async Task TwoOfficers_WriteOneSection_TheSecondSeesBothTexts_AndASentTextIsNeverChanged()
    {
        var family = await FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        var begun = await staff.PageAsync($"{record}/plan");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => begun.SubmitAsync(staff, "main form[method=post]")));
        pages.ShouldAllBe(page => (int)page.Status < 500);
        (await app.AskAsync(context => context.Plans.CountAsync(Given.Now))).ShouldBe(1);
        var (mine, theirs) = (await staff.PageAsync($"{record}/plan/sections/B"), await manager.PageAsync($"{record}/plan/sections/B"));
        (await mine.SubmitAsync(staff, "main form[method=post]", ("Words", "Words of the first"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var clash = await theirs.SubmitAsync(manager, "main form[method=post]", ("Words", "Words of the second"));

        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.MainText.ShouldContain("Words of the first");
        clash.One("textarea").TextContent.Trim().ShouldBe("Words of the second");
        (await clash.SubmitAsync(manager, "main form[method=post]", ("Words", "Words of both"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync($"{record}/plan")).MainText.ShouldContain("Words of both");
        await staff.WrittenAsync(record, "Sentwords", withSchool: false);
        var open = await staff.PageAsync($"{record}/plan/sections/C");
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        var late = await open.SubmitAsync(staff, "main form[method=post]", ("Words", "Too late"));
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.One("textarea").TextContent.Trim().ShouldBe("Too late", "what was typed is kept");
        (await staff.PageAsync($"{record}/plan")).MainText.ShouldNotContain("Too late");
        (await staff.PageAsync($"{record}/plan/sections/Z")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync($"{record}/plan?text=99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync($"{record}/plan?text=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Adviser_ReadsTheHelpThatTheyGive_InItsSection_AndNothingElseOfThePlan()
    {
        var family = await FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var nurse = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        using var teacher = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        var (record, _) = await DraftAsync(staff, family, "Draftwords");
        await staff.RecordedAsync(record, "DraftAnswered", app.Today());
        (await staff.PageAsync($"{record}/plan/help/new")).Status.ShouldBe(HttpStatusCode.Redirect, "only a final says who gives help");
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Finalwords", withSchool: true);
        await staff.PlanSentAsync(record, "FinalSent", app.Today());
        (await staff.PageAsync("/staff")).All($"a[href='{record}/plan/help/new']").ShouldNotBeEmpty("it stands in My work");
        (await nurse.Client.PageAsync("/staff/ehcp/my-provision")).MainText.ShouldContain("Nobody has named you");
        var bad = await staff.FillInAsync($"{record}/plan/help/new", ("Part", "G"), ("By", "Health"), ("Words", "Nursewords"), ("Email", "nobody@example.org"));
        bad.Status.ShouldBe(HttpStatusCode.BadRequest);
        bad.One("textarea").TextContent.Trim().ShouldBe("Nursewords");
        (await staff.FillInAsync($"{record}/plan/help/new", ("Part", "B"), ("By", "Health"), ("Words", "Nursewords"))).Status.ShouldBe(HttpStatusCode.BadRequest, "B says no help");
        foreach (var (part, by, words, who) in new[] { ("G", "Health", "Nursewords", nurse.AccountId), ("F", "School", "Teacherwords", teacher.AccountId) })
        {
            (await staff.FillInAsync($"{record}/plan/help/new", ("Part", part), ("By", by), ("Words", words), ("Email", $"{who:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await staff.PageAsync("/staff")).All($"a[href='{record}/plan/help/new']").ShouldBeEmpty();
        var own = await nurse.Client.PageAsync("/staff/ehcp/my-provision");
        own.MainText.ShouldContain("Nursewords");
        own.Body.ShouldNotContain("Teacherwords");
        own.MainText.ShouldContain("G Finalwords", Case.Sensitive, "the section of the plan in which it stands");
        foreach (var part in Enum.GetValues<PlanPart>().Where(part => part != PlanPart.G))
        {
            own.Body.ShouldNotContain($"{part} Finalwords", Case.Sensitive);
        }

        (await nurse.Client.PageAsync("/staff")).All("a[href='/staff/ehcp/my-provision']").ShouldNotBeEmpty("it is in the menu");
        (await nurse.Client.PageAsync($"{record}/plan")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await nurse.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        var read = await parent.PageAsync(await app.OwnPlanAsync(record));
        read.One("section[aria-labelledby=help]").TextContent.ShouldContain("health");
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.ProvisionSeen.Name);

        var page = await staff.PageAsync($"{record}/plan");
        (await page.SubmitAsync(staff, $"form:has(input[value='{await DeliveryAsync("G")}'])")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await nurse.Client.PageAsync("/staff/ehcp/my-provision")).MainText.ShouldContain("Nobody has named you");
        (await teacher.Client.PageAsync("/staff/ehcp/my-provision")).MainText.ShouldContain("Teacherwords");
        await staff.RecordedAsync(record, "DecidedToCease", app.Today(), ("Note", "Made-up reasons"));
        (await teacher.Client.PageAsync("/staff/ehcp/my-provision")).Body.ShouldContain("Teacherwords", Case.Sensitive, "the plan goes on until the time to appeal is over");
        app.GoOn(50);
        using var again = await app.SignInAsAsync(Roles.EhcCoordinator);
        await again.RecordedAsync(record, "MediationCertificate", app.Today());
        app.GoOn(25);
        using var later = await app.SignInAgainAsync(teacher.AccountId);
        (await later.PageAsync("/staff/ehcp/my-provision")).Body.ShouldContain("Teacherwords", Case.Sensitive, "a month from the certificate is later than two from the decision");
        app.GoOn(40);
        using var after = await app.SignInAgainAsync(teacher.AccountId);
        (await after.PageAsync("/staff/ehcp/my-provision")).Body.ShouldNotContain("Teacherwords");

        Task<Guid> DeliveryAsync(string part) => app.AskAsync(context => context.PlanDeliveries.Where(one => one.Part == Enum.Parse<PlanPart>(part)).Select(one => one.Id).SingleAsync(Given.Now));
    }

    /// <returns>Who has been reachable for two days, so that documents are open.</returns>
    private async Task<MadeFamily> FamilyAsync()
    {
        var family = await app.FamilyAsync();
        app.GoOn(2);
        return family;
    }

    private async Task<Guid> ReachableAsync()
    {
        var person = await app.PersonAsync(PersonKind.Adult);
        await app.AddEmailAsync(person, $"{person:n}@example.org");
        return person;
    }

    private async Task<(string Record, string Own)> DraftAsync(HttpClient staff, MadeFamily family, string words)
    {
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, words, withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        return (record, await app.OwnPlanAsync(record));
    }
}
