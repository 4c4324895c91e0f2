using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>How a call ended. Stored.</summary>
internal enum CallOutcome
{
    Spoken,
    NobodyAnswered,

    /// <summary>A message was left, which says nothing but "please call us".</summary>
    AskedToCallBack,
}

/// <summary>An officer called somebody of a family, or tried to. What was said stands in the person's own list.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyCall
{
    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required Guid PersonId { get; init; }

    public required CallOutcome Outcome { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    public string? CalledBy { get; init; }

    public static void Map(EntityTypeBuilder<FamilyCall> call)
    {
        call.ToTable("calls");
        call.Property(c => c.Id).ValueGeneratedNever();
        call.Property(c => c.CalledBy).HasMaxLength(100);
        call.HasOne<EhcRecord>().WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Restrict);
        call.HasIndex(c => new { c.RecordId, c.CalledAt });
    }
}
