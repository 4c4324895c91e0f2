using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Cli;

/// <summary><c>import NAME FILE [--dry-run] [--CHOICE VALUE ...]</c></summary>
internal sealed class ImportCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    /// <param name="words">After the file: <c>--dry-run</c>, and pairs such as <c>--kind activity</c> that the import knows.</param>
    public async Task<int> RunAsync(string name, string file, string[] words)
    {
        var dryRun = words.Contains("--dry-run");
        var pairs = words.Where(word => word != "--dry-run").Chunk(2).ToList();
        if (pairs.Exists(pair => pair.Length < 2 || !pair[0].StartsWith("--", StringComparison.Ordinal)))
        {
            await errors.WriteLineAsync("After the file stand --dry-run and pairs such as --kind activity.");
            return 2;
        }

        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
        var imports = scope.ServiceProvider.GetServices<IImport>().ToList();
        if (imports.Find(import => import.Name == name) is not { } import)
        {
            await errors.WriteLineAsync($"There is no import '{name}'. There are: {string.Join(", ", imports.Select(known => known.Name))}.");
            return 2;
        }

        if (!File.Exists(file))
        {
            await errors.WriteLineAsync($"There is no file '{file}'.");
            return 2;
        }

        var report = await scope.ServiceProvider.GetRequiredService<ImportRuns>().RunAsync(
            import,
            new ImportFile(Path.GetFileName(file), new FileInfo(file).Length, () => File.OpenRead(file))
            {
                Choices = pairs.DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0][2..], pair => pair[1], StringComparer.Ordinal),
                Progress = new WrittenSoFar(errors),
            },
            dryRun,
            CancellationToken.None);
        foreach (var problem in report.Problems.Concat(report.Notes))
        {
            await errors.WriteLineAsync($"{problem.Where}: {problem.Message}");
        }

        if (report.Problems.Count > 0)
        {
            await errors.WriteLineAsync($"{report.Problems.Count} problems in {report.Rows} rows. Nothing was changed: put them right and load the file again.");
            return 1;
        }

        await output.WriteLineAsync(
            $"{(dryRun ? "Dry run, nothing was written. It would be: " : "")}{report.Rows} rows, {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged.");
        return 0;
    }

    private sealed class WrittenSoFar(TextWriter errors) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Total is { } total)
            {
                errors.WriteLine($"{value.Done} of {total} written so far.");
            }
        }
    }
}
