using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Cli;

/// <summary><c>import NAME FILE.csv [--dry-run]</c></summary>
internal sealed class ImportCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public async Task<int> RunAsync(string name, string file, bool dryRun)
    {
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
            import, new ImportFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file)), dryRun, CancellationToken.None);
        foreach (var problem in report.Problems)
        {
            await errors.WriteLineAsync($"Line {problem.Line}{(problem.Column.Length > 0 ? $", {problem.Column}" : "")}: {problem.Message}");
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
}
