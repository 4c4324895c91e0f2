using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>One answer of a coded list, so that children can be counted by it. It is never deleted: entries and releases hold its code.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PlanningCode
{
    public const int MaximumSlug = 40;
    public const int MaximumWords = 120;

    /// <summary>Which list: <see cref="Domain.CodeLists.Setting"/> or <see cref="Domain.CodeLists.Service"/>.</summary>
    public required string List { get; init; }

    /// <summary>Stored and never changed.</summary>
    public required string Code { get; init; }

    /// <summary>As families read it.</summary>
    public required string Words { get; set; }

    public required int Place { get; set; }

    /// <summary>Families are asked about it; otherwise it only counts for those who said it before.</summary>
    public required bool IsAsked { get; set; }

    public static void Map(EntityTypeBuilder<PlanningCode> code)
    {
        code.ToTable("planning_codes");
        code.HasKey(c => new { c.List, c.Code });
        code.Property(c => c.List).HasMaxLength(MaximumSlug);
        code.Property(c => c.Code).HasMaxLength(MaximumSlug);
        code.Property(c => c.Words).HasMaxLength(MaximumWords);
    }
}
