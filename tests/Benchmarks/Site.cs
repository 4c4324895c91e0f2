using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Medway.LocalOffer.Benchmarks;

/// <summary>The published site in Production, one process, on a private PostgreSQL with normal durability in a folder of its own.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Process process;

    private Site(Process process, Uri address, TimeSpan startedIn)
    {
        this.process = process;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    /// <summary>From the process's start to the whole first page.</summary>
    public TimeSpan StartedIn { get; }

    public static string NewDataFolder() => Directory.CreateTempSubdirectory("lo-bench-").FullName;

    public static async Task<Site> StartAsync(string data, params IEnumerable<(string Name, string Value)> settings)
    {
        var port = FreePort();
        var start = Program(Published("Medway.LocalOffer.Web.dll"), data);
        start.WorkingDirectory = Path.GetDirectoryName(Published("Medway.LocalOffer.Web.dll"))!;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var address = new Uri($"http://localhost:{port}");
        using var client = new HttpClient { BaseAddress = address };
        while (clock.Elapsed < TimeSpan.FromMinutes(3))
        {
            try
            {
                await client.GetStringAsync(new Uri("/", UriKind.Relative));
                return new Site(process, address, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException("The site did not start within three minutes.");
    }

    /// <summary>Runs the command line against the same data.</summary>
    public static Task CliAsync(string data, params string[] words) => CliTextAsync(data, null, words);

    /// <returns>What it printed.</returns>
    public static async Task<string> CliTextAsync(string data, string? environment, params string[] words)
    {
        var start = Program(Cli(), data);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {said}");
        }

        return said;
    }

    /// <summary>Runs the command line and watches it.</summary>
    /// <returns>How long it took, and the most memory that it held at once.</returns>
    public static async Task<(TimeSpan Took, long PeakBytes)> CliMeasuredAsync(string data, params string[] words)
    {
        var start = Program(Cli(), data);
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var saying = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(20));
        }

        var took = clock.Elapsed;
        return process.ExitCode == 0 ? (took, peak) : throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {await saying}");
    }

    /// <summary>Asks it to stop, so that it stops its database too.</summary>
    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo Program(string assembly, string data)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(assembly);
        start.Environment["LOCALOFFER_DATA"] = data;
        return start;
    }

    private static string Cli() => Environment.GetEnvironmentVariable("LOCALOFFER_CLI") ?? throw new InvalidOperationException("Run this with ./dev bench.");

    private static string Published(string file) => Path.Combine(
        Environment.GetEnvironmentVariable("LOCALOFFER_PUBLISHED") ?? throw new InvalidOperationException("Run this with ./dev bench."), file);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
