using Medway.LocalOffer.Messaging.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

public static class SentMessages
{
    /// <summary>Plans what was asked for and sends what is due, as the job does.</summary>
    public static Task SendMessagesAsync(this App app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.SendMessagesAsync();
    }

    /// <inheritdoc cref="SendMessagesAsync(App)"/>
    /// <returns>How many requests and messages it touched.</returns>
    public static Task<int> SendMessagesAsync(this IServiceProvider services) => services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
}
