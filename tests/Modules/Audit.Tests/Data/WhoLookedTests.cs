using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Audit.Tests.Data;

[Proves("accounts")]
public sealed class WhoLookedTests(PostgresCluster cluster)
{
    [Fact]
    public async Task At_NewestFirst_RolesAndNoNames_WithoutTheirOwn()
    {
        await using var trail = await Trail.StartAsync(cluster);
        var (person, other, account) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var clock = trail.App.Clock;
        clock.StandAt(new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero));
        await LookAsync(trail, [person, other], actor => actor.Become(ActorKind.Staff, account.ToString(), Roles.EhcCoordinator), "casework");
        clock.Move(TimeSpan.FromMinutes(1));
        await LookAsync(trail, [other], actor => actor.Become(ActorKind.Staff, account.ToString(), Roles.TeamManager));
        clock.Move(TimeSpan.FromMinutes(1));
        await LookAsync(trail, [person], actor => actor.Become(ActorKind.Family, person.ToString(), Roles.FamilyParty));
        clock.Move(TimeSpan.FromMinutes(1));
        await LookAsync(trail, [person], actor => actor.Become(ActorKind.Family, other.ToString(), Roles.FamilyParty));
        clock.Move(TimeSpan.FromMinutes(1));
        await LookAsync(trail, [person], actor => actor.Become(ActorKind.Job, "things.remind"));

        var looks = await AskAsync(trail, person, 10);

        looks.Select(look => (look.Actor, look.Role, look.Purpose)).ShouldBe(
            [(ActorKind.Job, null, null), (ActorKind.Family, Roles.FamilyParty, null), (ActorKind.Staff, Roles.EhcCoordinator, "casework")]);
        looks.ShouldAllBe(look => look.What == "The audit trail was looked at");
        looks[2].At.ShouldBe(new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero));
        looks.ShouldAllBe(look => !look.ToString().Contains(account.ToString(), StringComparison.Ordinal));
        (await AskAsync(trail, person, 1)).ShouldHaveSingleItem().Actor.ShouldBe(ActorKind.Job);
        (await AskAsync(trail, Guid.CreateVersion7(), 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filter_OfAPerson_AsksAsTheIndexCanAnswer()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await using var scope = trail.Scope();
        var filter = new EntryFilter { PersonId = Guid.CreateVersion7().ToString() };

        // "= any" would read the whole trail.
        filter.In(scope.ServiceProvider.GetRequiredService<AuditDbContext>().Entries).ToQueryString().ShouldContain("<@");
    }

    private static Task LookAsync(Trail trail, IReadOnlyList<Guid> people, Action<Actor> become, string? purpose = null) => trail.SaveAsync(
        (audit, context) => audit.Record(context, AuditEvents.Viewed, "person", null, purpose: purpose, personIds: people), become);

    private static async Task<IReadOnlyList<Look>> AskAsync(Trail trail, Guid person, int most)
    {
        await using var scope = trail.Scope();
        return await scope.ServiceProvider.GetRequiredService<IWhoLooked>().AtAsync([person], most, TestContext.Current.CancellationToken);
    }
}
