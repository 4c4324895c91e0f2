using System.Globalization;
using Medway.LocalOffer.Platform.Backups;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Cli;

/// <summary><c>backup FILE</c>, <c>backup --to DIR</c> and <c>restore FILE</c></summary>
internal sealed class BackupCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public const string BackupUsage = "backup FILE | --to DIR [--key-file FILE]";
    public const string RestoreUsage = "restore FILE [--key-file FILE] [--replace] [--erasures FILE | --nobody-erased]";

    public Task<int> BackupAsync(IReadOnlyList<string> words) => RunAsync(BackupUsage, async () =>
    {
        if (!Words.TryRead(words, ["--to", "--key-file"], [], out var read) || (read.Plain is [_]) == (read.Value("--to") is not null) || read.Plain.Count > 1)
        {
            return null;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var file = read.Plain is [var named]
            ? named
            : Path.Combine(read.Value("--to")!, string.Create(CultureInfo.InvariantCulture, $"local-offer-{UkTime.DateIn(now):yyyyMMdd}-{UkTime.TimeIn(now):HHmmss}.backup"));
        await services.GetRequiredService<Backups>().BackupAsync(file, Secret(read), CancellationToken.None);
        return $"{file} holds everything but the master key. The list of who was erased lies beside it: keep the newest of those lists apart from the backups too.";
    });

    public Task<int> RestoreAsync(IReadOnlyList<string> words) => RunAsync(RestoreUsage, async () =>
    {
        if (!Words.TryRead(words, ["--key-file", "--erasures"], ["--replace", "--nobody-erased"], out var read) || read.Plain is not [var file])
        {
            return null;
        }

        var restored = await services.GetRequiredService<Backups>().RestoreAsync(
            file, Secret(read), new RestoreChoices(read.Has("--replace"), read.Value("--erasures"), read.Has("--nobody-erased")), CancellationToken.None);
        return $"The backup is back. {restored.Known} erasures are known; {restored.Replayed} of them came after the backup and were done again. Now move the anchor file of the audit trail away, and start the site.";
    });

    private BackupSecret Secret(Words read) => BackupSecret.Read(services.GetRequiredService<IConfiguration>(), read.Value("--key-file"));

    private async Task<int> RunAsync(string usage, Func<Task<string?>> work)
    {
        try
        {
            if (await work() is { } done)
            {
                await output.WriteLineAsync(done);
                return 0;
            }

            await errors.WriteLineAsync(usage);
            return 2;
        }
        catch (BackupException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>What stands on the command line: plain words, words with a value, and words that are said or not.</summary>
    private sealed record Words(IReadOnlyList<string> Plain, IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> Said)
    {
        public static bool TryRead(IReadOnlyList<string> words, string[] withValue, string[] alone, out Words read)
        {
            List<string> plain = [];
            Dictionary<string, string> values = [];
            HashSet<string> said = [];
            read = new Words(plain, values, said);
            for (var i = 0; i < words.Count; i++)
            {
                if (!words[i].StartsWith("--", StringComparison.Ordinal))
                {
                    plain.Add(words[i]);
                }
                else if (alone.Contains(words[i]))
                {
                    said.Add(words[i]);
                }
                else if (!withValue.Contains(words[i]) || i + 1 == words.Count || !values.TryAdd(words[i], words[++i]))
                {
                    return false;
                }
            }

            return true;
        }

        public string? Value(string word) => Values.GetValueOrDefault(word);

        public bool Has(string word) => Said.Contains(word);
    }
}
