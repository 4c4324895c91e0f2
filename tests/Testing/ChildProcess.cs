using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace Medway.LocalOffer.Testing;

/// <summary>A test's own program once more, as a host that somebody kills sooner or later.</summary>
public static class ChildProcess
{
    private const string ClockFile = "LOCALOFFER_TEST_CLOCK";

    private static readonly ConcurrentQueue<string> Said = [];

    /// <summary>In the child: the clock that it shares with the test.</summary>
    public static SharedClock Clock => new(Environment.GetEnvironmentVariable(ClockFile)!);

    /// <summary>What the children of this run wrote on their standard error: why one of them died by itself.</summary>
    public static string Errors => string.Join('\n', Said);

    /// <param name="tests">Whose <c>Main</c> knows the word.</param>
    /// <param name="word">What the child is to do.</param>
    /// <param name="clockFile">Written by <see cref="SharedClock.Write"/>.</param>
    /// <param name="settings">Configuration of the child's host.</param>
    public static Process Start(Assembly tests, string word, string clockFile, IReadOnlyDictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(settings);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(tests.Location);
        }

        start.ArgumentList.Add(word);
        start.Environment[ClockFile] = clockFile;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, said) =>
        {
            // Nothing is said at the end of the stream.
            if (said.Data is { } line)
            {
                Said.Enqueue(line);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
