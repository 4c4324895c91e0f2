using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Support;

internal static class HandingOut
{
    /// <summary>Hands out the occurrences that are due, as the job does every minute.</summary>
    public static async Task HandOutAsync(this App app)
    {
        const string Kind = "platform.occurrences-hand-out";
        await using (var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests"))
        {
            var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
            await app.Services.GetRequiredService<JobQueue>().EnqueueAsync(context, Kind, "tests");
            var now = app.Clock.GetUtcNow();
            await context.Database.ExecuteSqlAsync($"update platform.jobs set due_at = {now} where kind = {Kind} and key = 'tests' and state = 'waiting'");
        }

        await app.Services.GetRequiredService<JobRunner>().RunDueAsync();
    }
}
