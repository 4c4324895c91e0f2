using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>What a board was given to read, as it was on the day it was made. Never changed: another one stands beside it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class BoardPack
{
    public const string Subject = "board_pack";

    public required Guid Id { get; init; }

    public required Guid BoardId { get; init; }

    /// <summary>What it was written from, as JSON: the next pack is compared with it.</summary>
    public required string Facts { get; init; }

    /// <summary>The document, in HTML.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, in hexadecimal.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<BoardPack> pack)
    {
        pack.ToTable("board_packs");
        pack.Property(p => p.Id).ValueGeneratedNever();
        pack.Property(p => p.Digest).HasMaxLength(64);
        pack.Property(p => p.By).HasMaxLength(100);
        pack.HasOne<BoardMeeting>().WithMany().HasForeignKey(p => p.BoardId).OnDelete(DeleteBehavior.Restrict);
        pack.HasIndex(p => new { p.BoardId, p.Digest }).IsUnique();
    }
}
