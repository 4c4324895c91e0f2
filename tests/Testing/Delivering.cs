using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

public static class Delivering
{
    /// <summary>What the host does by itself in the next minutes: jobs that are due, messages that may leave, and the modules that hear what became of them.</summary>
    public static async Task DeliverAllAsync(this App app)
    {
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await app.SendMessagesAsync();
        while (await app.Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(CancellationToken.None) > 0)
        {
            // One batch after the other.
        }
    }
}
