using System.Diagnostics;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>A host that hands out what is due, until somebody kills it.</summary>
internal static class ScheduleProcess
{
    public const string Word = "schedule";

    public static async Task<int> RunAsync()
    {
        await using var host = OtherHost.Build(ChildProcess.Clock);
        await Telling.HandOutAsync(host.Services, KeyOf(Environment.ProcessId));
        while (true)
        {
            if (await IsDueAsync(host.Services))
            {
                await Telling.HandOutAsync(host.Services, KeyOf(Environment.ProcessId));
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Looked at first, so that a host whose minute comes twenty times in a second does not keep a processor busy with nothing.</summary>
    private static async Task<bool> IsDueAsync(IServiceProvider services)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<EhcpDbContext>().Database
            .SqlQuery<bool>($"select exists (select 1 from platform.occurrences where state = 'waiting' and due_at <= {now}) as \"Value\"").SingleAsync();
    }

    public static Process Start(string clockFile, IReadOnlyDictionary<string, string?> settings) => ChildProcess.Start(typeof(ScheduleProcess).Assembly, Word, clockFile, settings);

    /// <summary>The key of the job of a process: it is there once the process is at work.</summary>
    public static string KeyOf(int processId) => $"host {processId}";
}
