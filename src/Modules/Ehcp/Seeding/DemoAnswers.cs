using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.My.TellHowItWas;
using Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>An officer releases a made-up draft, and the made-up parent says how it was, as they would on their own page.</summary>
internal sealed class DemoAnswers(EhcpDbContext context, IMediator mediator, IServiceScopeFactory scopes, SeedFiles files) : ISeeder
{
    private const string Family = "family-02";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the records and the panels.</summary>
    public int Order => 12;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        var (child, parent) = (ids[$"{Family}-child"], ids[$"{Family}-parent-1"]);
        var draft = await context.Touchpoints.AsNoTracking()
            .Where(one => one.Code == FamilyAnswer.Draft && one.PersonId == parent && one.State == TouchpointState.Waiting && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == child))
            .FirstOrDefaultAsync(cancellationToken);

        // Only where the made-up records are.
        if (draft is null)
        {
            return;
        }

        await mediator.Send(new MakeTouchpoint(draft.RecordId, draft.Id, MakingWay.Release, "Made up, to show how it looks.", ""), cancellationToken);
        await using var scope = scopes.CreateFor(ActorKind.Cli, "ehcp.demo");
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Family, $"{parent}", [new Grant(Roles.FamilyParty, Scope.Everything)], factors: 1);
        await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new TellHowItWas(draft.Id, FamilySays.Yes, FamilySays.Partly, "Made up: the calls helped. It was hard to find out who writes the plan."), cancellationToken);
    }
}
