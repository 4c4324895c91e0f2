using System.Globalization;
using System.Text.Json.Serialization;

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

/// <summary>A file that somebody wants loaded. It may be read from its beginning as often as the import likes.</summary>
public sealed class ImportFile
{
    private readonly Func<Stream> open;

    /// <summary>A small one that is in memory already.</summary>
    public ImportFile(string name, byte[] content)
        : this(name, content.Length, () => new MemoryStream(content, writable: false))
    {
    }

    /// <param name="name">As it was uploaded, without a folder.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="open">A fresh stream of the whole content; whoever opens it disposes of it.</param>
    public ImportFile(string name, long length, Func<Stream> open)
    {
        Name = name;
        Length = length;
        this.open = open;
    }

    /// <summary>As it was uploaded, without a folder.</summary>
    public string Name { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>What whoever loads it chose beside the file, by the import's own names for its choices.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told now and then how far it is, when somebody waits for a long file.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>The content from its beginning.</summary>
    public Stream Open() => open();

    /// <summary>All of it at once; nothing of a file that is longer than <paramref name="most"/>.</summary>
    public byte[] ReadAll(int most)
    {
        if (Length > most)
        {
            return [];
        }

        using var stream = Open();
        var content = new byte[Length];
        stream.ReadExactly(content);
        return content;
    }
}

/// <summary>How far an import is. It reads the whole file before it writes anything.</summary>
/// <param name="Done">Records read so far or, when <paramref name="Total"/> is known, written so far.</param>
/// <param name="Total">Records to write.</param>
public readonly record struct ImportProgress(int Done, int? Total);

/// <summary>What an import did, or would do in a dry run.</summary>
/// <param name="Rows">Rows in the file without the header.</param>
/// <param name="Problems">What keeps the file from being loaded.</param>
public sealed record ImportReport(int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>What was left out of a file that was loaded all the same, or read in another way than it was written.</summary>
    public IReadOnlyList<ImportProblem> Notes { get; init; } = [];
}

/// <param name="Line">Physical line in the file, as an editor numbers it; the header is line 1. In a file without lines the number of the record, from 1.</param>
/// <param name="Column">Name in the header, or of the field; empty when the whole line or file is at fault.</param>
/// <param name="Message">What to do about it, in words; it may not repeat a person's data.</param>
public sealed record ImportProblem(int Line, string Column, string Message)
{
    /// <summary>What the record calls itself, in a file that has no lines.</summary>
    public string? Record { get; init; }

    /// <summary>Where it is, for people: "Line 12, age_min" or "Record 3 (its id), name".</summary>
    [JsonIgnore]
    public string Where => string.Create(
        CultureInfo.InvariantCulture, $"{(Record is null ? "Line" : "Record")} {Line}{(string.IsNullOrEmpty(Record) ? "" : $" ({Record})")}{(Column.Length > 0 ? $", {Column}" : "")}");
}
