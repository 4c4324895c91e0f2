using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Support;

/// <summary>What a host does by itself, at a moment that a test chooses.</summary>
internal static class Running
{
    /// <summary>Reminders that are due are handed out, and the messages that they ask for leave.</summary>
    private static readonly string[] Reminders = ["platform.occurrences-hand-out", "messaging.messages-dispatch"];

    public static async Task RunJobsAsync(this App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    public static async Task RunRemindersAsync(this App app)
    {
        foreach (var kind in Reminders)
        {
            await app.ReadAsync(context => app.Services.GetRequiredService<JobQueue>().EnqueueAsync(context, kind, null));
            await app.RunJobsAsync();
        }
    }
}
