using System.ComponentModel;
using System.Diagnostics;

namespace Medway.LocalOffer.Content.Media;

/// <param name="Width">In pixels.</param>
/// <param name="Content">WebP, without anything that the camera wrote beside the picture.</param>
internal sealed record MadePicture(int Width, int Height, byte[] Content);

internal enum PictureFailure
{
    /// <summary>The program is not on this machine.</summary>
    NoProgram,

    /// <summary>It took too long or too much, or the file is broken.</summary>
    NotMade,
}

/// <summary>
/// Makes the sizes that pages show, by <c>vipsthumbnail</c> in a process of its own: a picture made to break its reader breaks only that. The
/// process has an end, a share of memory and no network, sees one folder of its own, and loads only the common kinds of picture.
/// </summary>
internal sealed class PictureMaking(PictureProgram program)
{
    private static readonly int[] Sizes = [1600, 960, 480];

    /// <returns>The largest first, none larger than it was sent; or why there is none.</returns>
    public async Task<(IReadOnlyList<MadePicture> Made, PictureFailure? Failure)> MakeAsync(FileKind kind, byte[] file, CancellationToken cancellationToken)
    {
        if (!program.IsThere)
        {
            return ([], PictureFailure.NoProgram);
        }

        var folder = Directory.CreateTempSubdirectory("lo-picture-");
        try
        {
            var from = System.IO.Path.Combine(folder.FullName, "in." + kind.ToString().ToLowerInvariant());
            await System.IO.File.WriteAllBytesAsync(from, file, cancellationToken);
            List<MadePicture> made = [];
            foreach (var size in Sizes)
            {
                var to = System.IO.Path.Combine(folder.FullName, FormattableString.Invariant($"{size}.webp"));
                if (await program.RunAsync(from, to, size, folder.FullName, cancellationToken) && Read(to) is { } picture)
                {
                    made.Add(picture);
                }
                else
                {
                    return ([], PictureFailure.NotMade);
                }
            }

            // A picture that was small already comes out the same at several sizes.
            return ([.. made.DistinctBy(picture => picture.Width)], null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MadePicture? Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        var content = System.IO.File.ReadAllBytes(path);
        return Sniffing.KindOf(content) == FileKind.Webp && Sniffing.SizeOf(FileKind.Webp, content) is var (width, height) ? new MadePicture(width, height, WebpChunks.OnlyPicture(content)) : null;
    }
}

/// <summary>The program that makes pictures, and the limits it runs under.</summary>
internal sealed class PictureProgram(string name)
{
    public const string Usual = "vipsthumbnail";

    private const int Seconds = 20;
    private const long MemoryBytes = 2_000_000_000;
    private const long FileBytes = 60_000_000;

    // Containers often forbid new namespaces: then the limits hold, and only the network stays within reach of a program that never uses it.
    private readonly Lazy<bool> canLeaveNetwork = new(() => Run(["unshare", "--user", "--net", "true"]) == 0);

    /// <summary>Looked for, not run: a busy machine must not read as one without the program, and installing it needs no restart.</summary>
    public bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Any(folder => System.IO.File.Exists(System.IO.Path.Combine(folder, name)));

    public bool RunsWithoutNetwork => canLeaveNetwork.Value;

    /// <summary>False when it failed, was too slow or took too much.</summary>
    public async Task<bool> RunAsync(string from, string to, int size, string folder, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(Words(from, to, size), folder) };
        process.Start();
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(Seconds));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await said;
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private List<string> Words(string from, string to, int size) =>
    [
        "prlimit", $"--as={MemoryBytes}", $"--cpu={Seconds}", $"--fsize={FileBytes}", "--nofile=64", "--core=0", "--",
        .. RunsWithoutNetwork ? new[] { "unshare", "--user", "--net", "--" } : [],

        // ">": never larger than it was. Turned upright, then stripped of everything but the picture, its place on the map included.
        name, from, "--size", FormattableString.Invariant($"{size}x{size}>"), "-o", $"{to}[Q=78,strip]",
    ];

    private static int Run(IReadOnlyList<string> words)
    {
        using var process = new Process { StartInfo = StartInfo(words, "/") };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return 127;
        }

        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            process.Kill(entireProcessTree: true);
            return 124;
        }

        return process.ExitCode;
    }

    private static ProcessStartInfo StartInfo(IReadOnlyList<string> words, string folder)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nothing of our own settings, which hold passwords, is for a program that reads strangers' files.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        return start;
    }
}
