using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Medway.LocalOffer.Platform.Notices;

/// <summary>
/// Holds one plain connection that listens, and passes notices on. What is sent while it is not connected is lost, so the handlers are
/// told that they may have missed something whenever it connects and whenever it loses its connection.
/// </summary>
internal sealed partial class NoticeListener(Databases databases, IEnumerable<INoticeHandler> handlers, ILogger<NoticeListener> logger)
    : BackgroundLoop(logger)
{
    /// <summary>Pages are dropped last: one made before the others forgot would be kept with what was before.</summary>
    private readonly INoticeHandler[] handlers = [.. handlers.OrderBy(handler => handler is OutputCacheEviction)];

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        // A connection that died without a word is noticed by the driver's own question every half minute.
        await using var source = databases.Create(DatabaseLogin.Private, settings =>
        {
            settings.Pooling = false;
            settings.KeepAlive = 30;
        });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        Queue<string> tags = [];
        connection.Notification += (_, notice) => tags.Enqueue(notice.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Notices.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // Only now: what changed before is read afresh, what changes later is heard.
        await TellAsync("", handler => handler.OnMissedAsync(cancellationToken), cancellationToken);
        try
        {
            while (true)
            {
                await connection.WaitAsync(cancellationToken);
                while (tags.TryDequeue(out var tag))
                {
                    await TellAsync(tag, handler => handler.OnNoticeAsync(tag, cancellationToken), cancellationToken);
                }
            }
        }
        catch (NpgsqlException)
        {
            await TellAsync("", handler => handler.OnMissedAsync(cancellationToken), cancellationToken);
            throw;
        }
    }

    /// <param name="tag">"" tells all handlers.</param>
    private async Task TellAsync(string tag, Func<INoticeHandler, Task> tell, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
        {
            if (tag.Length > 0 && !tag.StartsWith(handler.TagPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (await ErrorBoundary.RunAsync(() => tell(handler), cancellationToken) is { } failure)
            {
                Failed(logger, failure, handler.GetType().Name, tag);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Handler} failed on notice {Tag}")]
    private static partial void Failed(ILogger logger, Exception exception, string handler, string tag);
}
