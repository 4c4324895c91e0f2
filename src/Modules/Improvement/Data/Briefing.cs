using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A briefing of professionals (action 2.5: one a term).</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Briefing
{
    public const string Subject = "improvement_briefing";
    public const int MaximumTopic = 200;
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Topic { get; init; }

    /// <summary>What was said and asked.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<Briefing> briefing)
    {
        briefing.ToTable("briefings");
        briefing.Property(b => b.Id).ValueGeneratedNever();
        briefing.Property(b => b.Topic).HasMaxLength(MaximumTopic);
        briefing.Property(b => b.Words).HasMaxLength(MaximumWords);
        briefing.Property(b => b.By).HasMaxLength(100);
        briefing.HasIndex(b => b.HeldOn);
    }
}

/// <summary>How many came from one agency: a count, and nobody's name.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class BriefingAttendance
{
    /// <summary>More than all who could come.</summary>
    public const int Most = 5000;

    public required Guid Id { get; init; }

    public required Guid BriefingId { get; init; }

    public required BriefedAgency Agency { get; init; }

    public required int Came { get; init; }

    public static void Map(EntityTypeBuilder<BriefingAttendance> attendance)
    {
        attendance.ToTable("briefing_attendance", table => table.HasCheckConstraint("ck_briefing_attendance_came", $"came between 0 and {Most}"));
        attendance.Property(a => a.Id).ValueGeneratedNever();
        attendance.HasOne<Briefing>().WithMany().HasForeignKey(a => a.BriefingId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasIndex(a => new { a.BriefingId, a.Agency }).IsUnique();
    }
}
