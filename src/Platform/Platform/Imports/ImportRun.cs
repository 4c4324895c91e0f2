using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Imports;

internal enum ImportState
{
    Applied,

    /// <summary>The file has problems; nothing of it was applied.</summary>
    Refused,

    /// <summary>The program broke; nothing of the file was applied.</summary>
    Failed,
}

/// <summary>One row of <c>platform.import_runs</c>. A dry run leaves none.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImportRun
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string FileName { get; init; }

    /// <summary>Of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required ActorKind ActorKind { get; init; }

    public string? ActorId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required ImportState State { get; init; }

    public int Rows { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    /// <summary>
    /// A JSON list of <see cref="ImportProblem"/>, cut after <see cref="ImportRuns.ProblemsKept"/>: why it was refused, or what was left out of
    /// one that was applied.
    /// </summary>
    public string Problems { get; init; } = "[]";

    /// <summary>Type and message of what broke, when it failed.</summary>
    public string? Error { get; init; }
}
