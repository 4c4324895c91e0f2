using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>What became of the meeting that a family is offered after a no. Stored.</summary>
internal enum WayForward
{
    Planned,
    Held,

    /// <summary>The family was asked and does not want one.</summary>
    NotWanted,
}

/// <summary>The meeting with the family and the school after a no: what can be done without an assessment or a plan.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class WayForwardMeeting
{
    public const int MaximumNote = 4000;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required WayForward State { get; init; }

    /// <summary>Of the meeting; where it is not wanted, the day on which the family said so.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who came, and what was agreed.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public static void Map(EntityTypeBuilder<WayForwardMeeting> meeting)
    {
        meeting.ToTable("way_forward_meetings");
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.RecordedBy).HasMaxLength(100);
        meeting.HasOne<EhcRecord>().WithMany().HasForeignKey(m => m.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
