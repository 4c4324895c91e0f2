using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>What the background work of a host does between two moments, when a test says so.</summary>
public static class SendingMessages
{
    /// <summary>Sends what is due, and tells the modules what became of it.</summary>
    public static async Task SendMessagesAsync(this App app)
    {
        await app.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
        while (await app.Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(CancellationToken.None) > 0)
        {
            // One batch after the other.
        }
    }
}
