using Medway.LocalOffer.Messaging.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

public static class SentMessages
{
    /// <summary>Plans what was asked for and sends what is due, as the job does.</summary>
    public static Task SendMessagesAsync(this App app) => app.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
}
