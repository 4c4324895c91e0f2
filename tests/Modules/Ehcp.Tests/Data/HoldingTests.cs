using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Data;

/// <summary>What the module holds about people, and for whom.</summary>
[Collection(EhcpApp.Name)]
public sealed class HoldingTests(App app)
{
    [Fact]
    public async Task Copy_HoldsTheChildsOwnRecord_WithTheReasons_AndNobodyElses()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-5), ("Evidence", "Report one"));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Reasons one"));

        var copy = await DataAsync(data => data.ExportAsync(family.ChildId, Given.Now));

        copy.SelectMany(part => part.Fields).ShouldContain(field => field.Value == "Report one");
        copy.SelectMany(part => part.Fields).ShouldContain(field => field.Value == "Reasons one");
        (await DataAsync(data => data.ExportAsync(other.ChildId, Given.Now))).ShouldBeEmpty();
        (await DataAsync(data => data.PlanErasureAsync(family.ChildId, Given.Now))).ShouldHaveSingleItem().KeptBecause.ShouldNotBeNull();
    }

    [Fact]
    public async Task Copy_HoldsHowTheRequestWasLookedAt_AndWhatCameAfterANo()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-5));
        await staff.FillInAsync($"{record}/screening/new", [("Outcome", "ReadyForPanel"), ("Note", "Screening one"), .. Given.Date("ScreenedOn", app.Today())]);
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Reasons"));
        await staff.FillInAsync($"{record}/way-forward/new", [("State", "Held"), ("Note", "Meeting one"), .. Given.Date("On", app.Today())]);

        var copy = await DataAsync(data => data.ExportAsync(family.ChildId, Given.Now));

        copy.SelectMany(part => part.Fields).ShouldContain(field => field.Value == "Screening one");
        copy.SelectMany(part => part.Fields).ShouldContain(field => field.Value == "Meeting one");
    }

    [Fact]
    public async Task Leaving_HandsTheRecordsOver_AndTheOldOfficerSeesThemNoMore()
    {
        var family = await app.FamilyAsync();
        var (from, to) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var old = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, from)));
        using var next = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, to)));
        using var owner = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await owner.Client.LoggedAsync(family.ChildId, app.Today());
        await MoveAsync(owner.AccountId, from);
        (await old.PageAsync(record)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await OwnershipAsync(one => one.OwnedByAsync(from, Given.Now))).ShouldHaveSingleItem().Count.ShouldBe(1);

        await MoveAsync(from, to);

        (await old.PageAsync(record)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await next.PageAsync(record)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await app.TrailOfAsync(family.ChildId)).Count(name => name == EhcpAudit.HandedOver.Name).ShouldBe(2);
    }

    private async Task MoveAsync(Guid from, Guid to)
    {
        using var transaction = OneTransaction.Begin();
        await OwnershipAsync(async one =>
        {
            await one.MoveAsync(from, to, "A test asked for it", Given.Now);
            return true;
        });
        transaction.Complete();
    }

    private async Task<T> OwnershipAsync<T>(Func<IOwnership, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetServices<IOwnership>().OfType<Ehcp.Data.RecordOwnership>().Single());
    }

    private async Task<T> DataAsync<T>(Func<IPersonalData, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetServices<IPersonalData>().Single(data => data.Holder == "EHC records"));
    }
}
