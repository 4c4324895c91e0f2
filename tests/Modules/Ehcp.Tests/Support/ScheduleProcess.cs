using System.Diagnostics;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>A host that hands out what is due, sends messages and tells the modules what became of them, until somebody kills it.</summary>
internal static class ScheduleProcess
{
    public const string Word = "schedule";

    public static async Task<int> RunAsync()
    {
        await using var host = OtherHost.Build(ChildProcess.Clock);
        while (true)
        {
            if (await TurnAsync(host.Services) == 0)
            {
                await Task.Delay(20);
            }
        }
    }

    public static Process Start(string clockFile, IReadOnlyDictionary<string, string?> settings) => ChildProcess.Start(typeof(ScheduleProcess).Assembly, Word, clockFile, settings);

    /// <summary>The key of the job of a process: it is there once the process is at work.</summary>
    public static string KeyOf(int processId) => $"host {processId}";

    /// <summary>One turn of everything that a host does by itself.</summary>
    /// <returns>0 when no message and no event was due.</returns>
    public static async Task<int> TurnAsync(IServiceProvider services)
    {
        await Telling.HandOutAsync(services, KeyOf(Environment.ProcessId));
        return await services.SendMessagesAsync() + await services.GetRequiredService<OutboxDispatcher>().DispatchAsync();
    }
}
