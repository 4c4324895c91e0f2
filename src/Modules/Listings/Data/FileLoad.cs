using System.Text.Json;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

internal enum LoadState
{
    Waiting,

    Running,

    Done,
}

/// <summary>A long file that a job loads, so that nobody's browser waits for it: how far it is and, in the end, what came of it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FileLoad
{
    /// <summary>Problems and notes that are kept of a report, of each so many.</summary>
    public const int Kept = 1000;

    public required Guid Id { get; init; }

    /// <summary>Name of the import.</summary>
    public required string Import { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What was chosen beside the file, as JSON.</summary>
    public required string Choices { get; init; }

    public required bool IsTrial { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public LoadState State { get; set; }

    /// <summary>Records read or, when <see cref="Total"/> is known, written so far.</summary>
    public int Done { get; set; }

    /// <summary>Records to write; empty while the file is read for the first time.</summary>
    public int? Total { get; set; }

    /// <summary>When whoever works on it last gave a sign.</summary>
    public required DateTimeOffset TouchedAt { get; set; }

    /// <summary>An <see cref="ImportReport"/> as JSON, with no more than <see cref="Kept"/> of its problems and of its notes.</summary>
    public string? Report { get; set; }

    public ImportReport? ReadReport() => Report is null ? null : JsonSerializer.Deserialize<ImportReport>(Report, JsonSerializerOptions.Web);

    public static string Write(ImportReport report) => JsonSerializer.Serialize(
        report with { Problems = [.. report.Problems.Take(Kept)], Notes = [.. report.Notes.Take(Kept)] }, JsonSerializerOptions.Web);
}

/// <summary>A piece of such a file, until it is loaded. Another directory's file may name people, whom nothing here reads.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FileLoadPart
{
    /// <summary>Bytes in a piece: a change of keys reads some hundred at once.</summary>
    public const int Size = 64 * 1024;

    public required Guid LoadId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    [FieldClass(FieldClass.Personal)]
    public required byte[] Content { get; init; }
}

internal sealed class FileLoadConfiguration : IEntityTypeConfiguration<FileLoad>, IEntityTypeConfiguration<FileLoadPart>
{
    public const int LongestName = 200;

    public void Configure(EntityTypeBuilder<FileLoad> builder)
    {
        builder.ToTable("FileLoads");
        builder.Property(load => load.Id).ValueGeneratedNever();
        builder.Property(load => load.Import).HasMaxLength(Limits.Code);
        builder.Property(load => load.FileName).HasMaxLength(LongestName);
        builder.Property(load => load.Choices).HasColumnType("jsonb");
        builder.Property(load => load.Report).HasColumnType("jsonb");
        builder.HasIndex(load => load.AskedAt);
    }

    public void Configure(EntityTypeBuilder<FileLoadPart> builder)
    {
        builder.ToTable("FileLoadParts");
        builder.HasKey(part => new { part.LoadId, part.Number });
        builder.HasOne<FileLoad>().WithMany().HasForeignKey(part => part.LoadId).OnDelete(DeleteBehavior.Cascade);
    }
}
