using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>How well one thing answers one query, as people judged it by reading. What a change of synonyms is measured by.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Judgement
{
    public required string Query { get; init; }

    /// <summary>Path of its page.</summary>
    public required string Url { get; init; }

    /// <summary>1 to 3; what has no judgement is worth nothing.</summary>
    public short Grade { get; set; }

    /// <summary>Must stand first.</summary>
    public bool IsFirst { get; set; }

    public static void Map(EntityTypeBuilder<Judgement> judgement)
    {
        judgement.ToTable("judgements", table => table.HasCheckConstraint("ck_judgements_grade", "grade between 1 and 3"));
        judgement.HasKey(j => new { j.Query, j.Url });
        judgement.Property(j => j.Query).HasMaxLength(200);
        judgement.Property(j => j.Url).HasMaxLength(300);
    }
}
