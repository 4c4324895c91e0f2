using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Media;

internal enum MediaKind
{
    Picture,
    Document,
}

/// <summary>A picture or file that pages may use: who looks after it, and what it is for people who cannot see it. Everybody may read it.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class MediaItem
{
    public required Guid Id { get; init; }

    /// <summary>What texts call it: <c>media:key</c>. Never changed, because texts hold it.</summary>
    public required string Key { get; init; }

    /// <summary>Its name in words, for the list and for a download.</summary>
    public required string Name { get; set; }

    public required MediaKind Kind { get; init; }

    /// <summary>Words for people who cannot see the picture; empty for a decorative one and for a document.</summary>
    public string? Alt { get; set; }

    /// <summary>Somebody said that it carries no meaning.</summary>
    public bool IsDecorative { get; set; }

    /// <summary>The team that answers for it: "the SEN team".</summary>
    public required string Owner { get; set; }

    /// <summary>Where it comes from and what allows us to show it, for staff.</summary>
    [FieldClass(FieldClass.Staff)]
    public required string Source { get; set; }

    /// <summary>Of the largest size, in pixels; 0 for a document.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required DateTimeOffset AddedAt { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required string AddedBy { get; init; }

    public uint Version { get; private set; }

    public List<MediaFile> Files { get; } = [];
}

/// <summary>One size of a picture, or a document. Its bytes are with the platform's files.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class MediaFile
{
    public required Guid Id { get; init; }

    public required Guid MediaId { get; init; }

    /// <summary>Last part of its address; holds a piece of the digest, so that it may be kept for ever.</summary>
    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In pixels; 0 for a document.</summary>
    public int Width { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>Where the platform keeps it.</summary>
    public required Guid StoredId { get; init; }
}

internal sealed class MediaItemConfiguration : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> builder)
    {
        builder.ToTable("Media", table =>
        {
            table.HasCheckConstraint("ck_media_key", "key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
            table.HasCheckConstraint("ck_media_alt", "kind = 'document' or is_decorative = (alt is null)");
        });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(MediaLimits.Key);
        builder.Property(m => m.Name).HasMaxLength(MediaLimits.Name);
        builder.Property(m => m.Alt).HasMaxLength(MediaLimits.Alt);
        builder.Property(m => m.Owner).HasMaxLength(MediaLimits.Owner);
        builder.Property(m => m.Source).HasMaxLength(MediaLimits.Source);
        builder.Property(m => m.AddedBy).HasMaxLength(MediaLimits.AddedBy);
        builder.Property(m => m.Version).IsRowVersion();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasMany(m => m.Files).WithOne().HasForeignKey(f => f.MediaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MediaFileConfiguration : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("MediaFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.FileName).HasMaxLength(MediaLimits.FileName);
        builder.Property(f => f.ContentType).HasMaxLength(MediaLimits.ContentType);
        builder.HasIndex(f => new { f.MediaId, f.FileName }).IsUnique();
    }
}
