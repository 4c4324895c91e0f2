using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Somebody has heard nothing useful for so many days. It stays when it is over: it is the proof that the silence was seen.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SilenceAlert
{
    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Who has heard nothing; null when nobody is on the record who may be told.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Last told on this day, or on the record since.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>One of <see cref="SilenceGuard.Days"/>.</summary>
    public required int Day { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When the person was told something useful.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public static void Map(EntityTypeBuilder<SilenceAlert> alert)
    {
        alert.ToTable("silence_alerts");
        alert.Property(a => a.Id).ValueGeneratedNever();
        alert.HasOne<EhcRecord>().WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Restrict);
        alert.HasIndex(a => new { a.RecordId, a.PersonId, a.Since, a.Day }).IsUnique().AreNullsDistinct(false);
        alert.HasIndex(a => a.Since).HasFilter("ended_at is null");
    }
}
