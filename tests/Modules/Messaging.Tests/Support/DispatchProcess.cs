using System.Diagnostics;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Support;

internal static class DispatchProcess
{
    public const string Word = "dispatch";

    /// <summary>Dispatches until somebody kills it.</summary>
    public static async Task<int> RunAsync()
    {
        await using var host = OtherHost.Build(ChildProcess.Clock);
        var dispatcher = host.Services.GetRequiredService<Dispatcher>();
        while (true)
        {
            if (await dispatcher.RunAsync(CancellationToken.None) == 0)
            {
                await Task.Delay(50);
            }
        }
    }

    public static Process Start(string clockFile, IReadOnlyDictionary<string, string?> settings) => ChildProcess.Start(typeof(DispatchProcess).Assembly, Word, clockFile, settings);
}
