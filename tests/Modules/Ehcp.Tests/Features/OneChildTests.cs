using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Two rows of People turn out to be one child, and sometimes two children after all.</summary>
[Proves("ehcp")]
public sealed class OneChildTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Twice = "Two open records for one child";

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Family_AndStaff_FindTheRecord_BeforeAMerge_AfterIt_AndWhenItIsUndone()
    {
        var (family, stranger) = (await app.FamilyAsync(), await app.FamilyAsync());
        var other = await app.ChildAsync(app.Today().AddYears(-12));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        var reference = (await staff.PageAsync(record)).One("main p.lead").TextContent.Split(' ')[0];
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Ourplan", withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        var notice = (await app.TouchpointsAsync(family.ChildId, "NA-15")).ShouldHaveSingleItem();
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var plan = await app.OwnPlanAsync(record);
        await ReadsAllAsync();

        await app.MergeAsync(family.ChildId, other);

        await ReadsAllAsync();
        (await app.TrailOfAsync(other)).ShouldContain(EhcpAudit.ChildFollowed.Name);
        (await staff.PageAsync(record)).All($"a[href='/staff/people/{other}']").ShouldNotBeEmpty();
        (await staff.LogAsync(other, app.Today())).One(".summary").TextContent.ShouldContain($"This child has an open record already: {reference}");

        await app.UndoMergeAsync(family.ChildId);

        await ReadsAllAsync();
        (await staff.LoggedAsync(other, app.Today())).ShouldNotBe(record, "they are two children after all");

        async Task ReadsAllAsync()
        {
            using var parent = await app.SignInSurelyAsync(family.ParentId);
            (await parent.PageAsync("/my/ehc-plan")).All("main section.text").Count.ShouldBe(1);
            (await parent.PageAsync("/my/ehc-plan/messages")).MainText.ShouldContain(reference);
            (await parent.PageAsync(plan)).MainText.ShouldContain("Ourplan");
            (await parent.FillInAsync("/my/ehc-plan/questions", ("Words", "When do you call?"))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await staff.PageAsync(record)).Status.ShouldBe(HttpStatusCode.OK);
            (await IsInACaseloadAsync(family.ParentId)).ShouldBeTrue("whoever works with the child works with the parent");
            (await IsInACaseloadAsync(stranger.ParentId)).ShouldBeFalse();
            using var nobody = await app.SignInSurelyAsync(stranger.ParentId);
            (await nobody.PageAsync("/my/ehc-plan")).MainText.ShouldContain("There is nothing to show you here");
            (await nobody.PageAsync(plan)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task DeathOnEitherRow_StopsTheRecordOfTheOneChild_AndOfNobodyElse()
    {
        var family = await app.FamilyAsync();
        var other = await app.ChildAsync(app.Today().AddYears(-12));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        await app.DieAsync(other);
        (await NoticeAsync(record)).ShouldBe(TouchpointState.Waiting, "somebody else has died");

        await app.MergeAsync(family.ChildId, other);
        (await NoticeAsync(record)).ShouldBe(TouchpointState.Cancelled);
        await app.UndoMergeAsync(family.ChildId);
        (await NoticeAsync(record)).ShouldBe(TouchpointState.Waiting, "two children after all, and this one lives");

        var third = await app.ChildAsync(app.Today().AddYears(-12));
        await app.MergeAsync(family.ChildId, third);
        (await NoticeAsync(record)).ShouldBe(TouchpointState.Waiting);
        await app.DieAsync(third);
        (await NoticeAsync(record)).ShouldBe(TouchpointState.Cancelled);
    }

    [Fact]
    public async Task BothHadAnOpenRecord_BothOfficersAreTold_AndTheFamilyHearsByOne_UntilTheOtherIsClosed()
    {
        var (family, same) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var first = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        using var second = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await first.Client.LoggedAsync(family.ChildId, app.Today());
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var again = await second.Client.LoggedAsync(same.ChildId, app.Today());
        (await first.Client.PageAsync("/staff")).MainText.ShouldNotContain(Twice);

        await app.MergeAsync(family.ChildId, same.ChildId);

        foreach (var (officer, own) in new[] { (first, record), (second, again) })
        {
            var work = await officer.Client.PageAsync("/staff");
            work.MainText.ShouldContain(Twice);
            work.All($"a[href='{own}']").ShouldNotBeEmpty();
            (await officer.Client.PageAsync(own)).MainText.ShouldContain(Twice);
        }

        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).All("main section.text").Count.ShouldBe(2, "nothing is lost, and each is shown once");
        await app.LiveAsync(20);
        (await NewsAsync(record)).ShouldBeGreaterThan(0);
        (await NewsAsync(again)).ShouldBe(0, "the family hears by the first");

        using var closing = await app.SignInAgainAsync(second.AccountId);
        await closing.RecordedAsync(again, "RequestWithdrawn", app.Today(), ("Note", "The same child"));
        (await closing.PageAsync("/staff")).MainText.ShouldNotContain(Twice);
        (await closing.PageAsync(record)).MainText.ShouldNotContain(Twice);
    }

    private async Task<bool> IsInACaseloadAsync(Guid person)
    {
        await using var scope = app.Scope();
        var scopes = await scope.ServiceProvider.GetServices<IScope>().Single(one => one.SubjectKind == "person").OfAsync(person, Given.Now);
        return scopes.ShouldNotBeNull().Any(one => one.Kind == ScopeKind.Caseload);
    }

    private Task<TouchpointState> NoticeAsync(string record) => app.AskAsync(context => context.Touchpoints
        .Where(one => one.RecordId == IdOf(record) && one.Code == "NA-07").Select(one => one.State).SingleAsync(Given.Now));

    private Task<int> NewsAsync(string record) => app.AskAsync(context => context.Touchpoints
        .CountAsync(one => one.RecordId == IdOf(record) && (one.Code == TouchpointKind.News || one.Code == TouchpointKind.LateNews), Given.Now));

    private static Guid IdOf(string record) => Guid.Parse(record.Split('/')[^1]);
}
