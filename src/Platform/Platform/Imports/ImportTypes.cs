namespace Medway.LocalOffer.Platform.Imports;

/// <summary>
/// One kind of file that can be loaded. It finds rows by (source, external id): the same file twice changes nothing. With
/// <c>dryRun</c>, or when it found a problem, it saves nothing; <see cref="ImportRuns"/> undoes whatever it saved all the same.
/// </summary>
public interface IImport
{
    /// <summary>What people type after <c>import</c>, for example <c>listings</c>.</summary>
    string Name { get; }

    /// <summary>Reads the whole file and names every problem in it, not only the first.</summary>
    Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken);
}

/// <param name="Name">As it was uploaded, without a folder.</param>
/// <param name="Content">All of it; at most <see cref="CsvTable.MaximumBytes"/> are read.</param>
public sealed record ImportFile(string Name, byte[] Content);

/// <summary>What an import did, or would do in a dry run.</summary>
/// <param name="Rows">Rows in the file without the header.</param>
public sealed record ImportReport(int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems);

/// <param name="Line">Physical line in the file, as an editor numbers it; the header is line 1.</param>
/// <param name="Column">Name in the header; empty when the whole line or file is at fault.</param>
/// <param name="Message">What to do about it, in words; it may not repeat a person's data.</param>
public sealed record ImportProblem(int Line, string Column, string Message);
