namespace Medway.LocalOffer.Platform.Imports;

/// <summary>Runs imports: all of a file or nothing of it, with a record of what happened.</summary>
public sealed class ImportRuns
{
    internal const int ProblemsKept = 500;

    public Task<ImportReport> RunAsync(IImport import, ImportFile file, bool dryRun, CancellationToken cancellationToken) => throw new NotImplementedException();
}
