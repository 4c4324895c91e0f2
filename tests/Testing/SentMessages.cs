using System.Text.Json;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A message that a module asked for.</summary>
/// <param name="Values">What fills it.</param>
/// <param name="States">Of its messages, as they stand; empty before it was planned.</param>
public sealed record AskedMessage(string Key, Guid? PersonId, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> States);

public static class SentMessages
{
    /// <summary>Plans what was asked for and sends what is due, as the job does.</summary>
    public static Task SendMessagesAsync(this App app) => app.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);

    /// <summary>What was asked for with this template, the oldest first.</summary>
    public static async Task<IReadOnlyList<AskedMessage>> AskedForAsync(this App app, string template)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
        var requests = await context.Requests.AsNoTracking().Where(request => request.Template == template).OrderBy(request => request.CreatedAt).ToListAsync();
        var ids = requests.Select(request => request.Id).ToList();
        var messages = (await context.Messages.AsNoTracking().Where(message => ids.Contains(message.RequestId)).ToListAsync()).ToLookup(message => message.RequestId);
        return
        [
            .. requests.Select(request => new AskedMessage(
                request.OccurrenceKey, request.PersonId,
                request.Values is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(request.Values)!,
                [.. messages[request.Id].Select(message => $"{message.State}")])),
        ];
    }
}
