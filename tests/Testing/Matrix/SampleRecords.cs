using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Features.Staff;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing.Matrix;

/// <summary>One of each record that reference data does not hold, so that the pages about one can be opened.</summary>
public static class SampleRecords
{
    public static async Task AddAsync(App app)
    {
        using var coordinator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = app.Clock.GetUtcNow();
        accounts.Add(new BreakGlass
        {
            Id = Guid.CreateVersion7(now),
            AccountId = coordinator.AccountId,
            PersonId = Guid.CreateVersion7(now),
            Reason = BreakGlassReason.ColleagueAway,
            Why = "A sample",
            OpenedAt = now,
            EndsAt = now + BreakGlass.Lasts,
        });
        accounts.Add(new JoinRequest { Id = Guid.CreateVersion7(now), ContactPointId = Guid.CreateVersion7(now), State = JoinState.Waiting, CreatedAt = now });
        await accounts.SaveChangesAsync();
        await app.FamilyAsync();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveDraft(null, new OrganisationDocument { Name = "Sample Trust", Slug = "sample-trust" }, ""));
    }
}
