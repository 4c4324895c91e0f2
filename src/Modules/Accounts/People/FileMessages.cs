using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>Until there is a module that sends: in development a message becomes a file in <c>.data/outbox</c>, elsewhere the screen is all there is.</summary>
internal sealed class FileMessages(IHostEnvironment environment, IConfiguration configuration, TimeProvider clock) : IMessages
{
    public async Task RequestAsync(MessageRequest message, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(DataFolder.Of(configuration), "outbox"));
        var file = Path.Combine(folder.FullName, $"{Guid.CreateVersion7(clock.GetUtcNow())}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(message, JsonSerializerOptions.Web), cancellationToken);
    }
}

internal static class DataFolder
{
    public static string Of(IConfiguration configuration) =>
        Path.GetFullPath(configuration["LOCALOFFER_DATA"] is { Length: > 0 } folder ? folder : ".data");
}
