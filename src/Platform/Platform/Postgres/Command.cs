using System.ComponentModel;
using System.Diagnostics;

namespace Medway.LocalOffer.Platform.Postgres;

/// <param name="ExitCode">127 when the program is not there, as in a shell.</param>
/// <param name="Text">Standard output, then standard error.</param>
internal sealed record CommandResult(int ExitCode, string Text)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs a short program to its end.</summary>
internal static class Command
{
    private const int NotFound = 127;

    public static async Task<CommandResult> RunAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(words) };
        process.StartInfo.RedirectStandardInput = true;
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            return new CommandResult(NotFound, missing.Message);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandResult(process.ExitCode, (await output + await error).Trim());
    }

    /// <summary>Works from the root folder: the server's account may not be allowed to enter the folder that we were started in.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> words)
    {
        var all = words.ToList();
        return new ProcessStartInfo(all[0], all.Skip(1)) { WorkingDirectory = "/", UseShellExecute = false };
    }
}
