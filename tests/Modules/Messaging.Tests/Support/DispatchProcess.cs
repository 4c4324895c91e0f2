using System.Diagnostics;
using System.Globalization;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Support;

/// <summary>Real time and what a test adds to it, read from a file that the processes share.</summary>
internal sealed class SharedClock(string file) : TimeProvider
{
    private long offset;
    private long readAt;

    public override DateTimeOffset GetUtcNow()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref readAt)) > TimeSpan.FromMilliseconds(50))
        {
            Interlocked.Exchange(ref readAt, Stopwatch.GetTimestamp());
            if (long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            {
                Interlocked.Exchange(ref offset, ticks);
            }
        }

        return System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));
    }

    /// <summary>In one step, so that nobody reads half a number.</summary>
    public static void Write(string file, TimeSpan offset)
    {
        File.WriteAllText(file + ".new", offset.Ticks.ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }
}

internal static class DispatchProcess
{
    public const string Word = "dispatch";
    private const string ClockFile = "LOCALOFFER_TEST_CLOCK";

    /// <summary>Dispatches until somebody kills it.</summary>
    public static async Task<int> RunAsync()
    {
        await using var host = OtherHost.Build(new SharedClock(Environment.GetEnvironmentVariable(ClockFile)!));
        var dispatcher = host.Services.GetRequiredService<Dispatcher>();
        while (true)
        {
            if (await dispatcher.RunAsync(CancellationToken.None) == 0)
            {
                await Task.Delay(50);
            }
        }
    }

    public static Process Start(string clockFile, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(DispatchProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Word);
        start.Environment[ClockFile] = clockFile;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
