using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Files;

/// <summary>One row of <c>platform.files</c>. It is written once and never changed.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class StoredFile
{
    public required Guid Id { get; init; }

    /// <summary>What it is for, which also says whose it is, for example <c>content.image</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How its content is stored. The public login sees rows of class Public only: row security holds it to that.</summary>
    public required FieldClass Class { get; init; }

    /// <summary>As whoever sent it called it: that may be a person's name.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the content. Encrypted: with it anybody could try out which known document this is.</summary>
    [FieldClass(FieldClass.Personal)]
    public required byte[] Sha256 { get; init; }

    /// <summary>When a scanner found nothing harmful; null when none is set up.</summary>
    public DateTimeOffset? ScannedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("files");
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Kind).HasMaxLength(IFiles.LongestKind);
            file.Property(f => f.MediaType).HasMaxLength(100);
        });
        model.Entity<FileChunk>(chunk =>
        {
            chunk.ToTable("file_chunks", table => table.HasCheckConstraint(
                "ck_file_chunks_content", "num_nonnulls(public_content, staff_content, personal_content, special_content, safety_content) = 1"));
            chunk.HasKey(c => new { c.FileId, c.Number });
            chunk.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>
/// A piece of a file, so that neither reading nor a change of keys holds a whole one in memory. A column for each class: encryption and the
/// rotation of keys then work as for any other field.
/// </summary>
internal sealed class FileChunk
{
    /// <summary>Bytes in a piece. A change of keys reads some hundred at once.</summary>
    public const int Size = 64 * 1024;

    [FieldClass(FieldClass.Staff)]
    public required Guid FileId { get; init; }

    /// <summary>From 0.</summary>
    [FieldClass(FieldClass.Staff)]
    public required int Number { get; init; }

    [FieldClass(FieldClass.Public)]
    public byte[]? PublicContent { get; init; }

    [FieldClass(FieldClass.Staff)]
    public byte[]? StaffContent { get; init; }

    [FieldClass(FieldClass.Personal)]
    public byte[]? PersonalContent { get; init; }

    [FieldClass(FieldClass.Special)]
    public byte[]? SpecialContent { get; init; }

    [FieldClass(FieldClass.Safety)]
    public byte[]? SafetyContent { get; init; }

    public byte[] Content => PublicContent ?? StaffContent ?? PersonalContent ?? SpecialContent ?? SafetyContent ?? [];

    public static FileChunk Of(Guid file, int number, FieldClass fieldClass, byte[] content) => new()
    {
        FileId = file,
        Number = number,
        PublicContent = fieldClass == FieldClass.Public ? content : null,
        StaffContent = fieldClass == FieldClass.Staff ? content : null,
        PersonalContent = fieldClass == FieldClass.Personal ? content : null,
        SpecialContent = fieldClass == FieldClass.Special ? content : null,
        SafetyContent = fieldClass == FieldClass.Safety ? content : null,
    };
}
