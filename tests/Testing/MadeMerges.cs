using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Features.Staff.ComparePeople;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>Puts two records together and takes them apart, as staff do, and lets every module hear of it.</summary>
public static class MadeMerges
{
    private const string How = "A test asked for it";

    public static async Task MergeAsync(this App app, Guid fromId, Guid intoId)
    {
        await app.DoAsync(new MergePeople(fromId, intoId, How));
        await app.HearAsync();
    }

    public static async Task UndoMergeAsync(this App app, Guid fromId)
    {
        Guid merge;
        await using (var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests"))
        {
            merge = await scope.ServiceProvider.GetRequiredService<PeopleDbContext>().Merges
                .Where(m => m.FromId == fromId && m.UndoneAt == null).Select(m => m.Id).SingleAsync();
        }

        await app.DoAsync(new UndoMerge(merge, How));
        await app.HearAsync();
    }

    /// <summary>Delivers the events that wait.</summary>
    public static Task<int> HearAsync(this App app) => app.Services.GetRequiredService<OutboxDispatcher>().DispatchAsync();
}
