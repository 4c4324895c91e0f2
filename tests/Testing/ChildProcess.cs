using System.Diagnostics;
using System.Reflection;

namespace Medway.LocalOffer.Testing;

/// <summary>A test's own program once more, as a host that somebody kills sooner or later.</summary>
public static class ChildProcess
{
    private const string ClockFile = "LOCALOFFER_TEST_CLOCK";

    /// <summary>Children speak at the same time.</summary>
    private static readonly Lock Writing = new();

    /// <summary>In the child: the clock that it shares with the test.</summary>
    public static SharedClock Clock => new(Environment.GetEnvironmentVariable(ClockFile)!);

    /// <summary>What children that share a clock wrote on their standard error: why one of them died by itself.</summary>
    public static string Errors(string clockFile) => File.Exists(ErrorsOf(clockFile)) ? File.ReadAllText(ErrorsOf(clockFile)) : "";

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
            lock (Writing)
            {
                File.AppendAllText(ErrorsOf(clockFile), $"{said.Data}\n");
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string ErrorsOf(string clockFile) => $"{clockFile}.errors";
}
