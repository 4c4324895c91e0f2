using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>One thing that happened. It is never changed, but for a day of service that an answer has overtaken: what was wrong is taken back, with a reason, and recorded anew.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class EhcEvent
{
    public const int MaximumNote = 4000;
    public const int MaximumServiceWords = 300;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required EventKind Kind { get; init; }

    /// <summary>Of something that is served: the day on which it counts as served.</summary>
    public required DateOnly HappenedOn { get; set; }

    public SentBy? SentBy { get; init; }

    public DateOnly? SentOn { get; init; }

    /// <summary>How the day of service was worked out, by the setting of that time: a later change of the setting moves nothing.</summary>
    public string? ServiceWords { get; set; }

    public Adviser? Adviser { get; init; }

    public ExceptionGround? Ground { get; init; }

    public string? LimitCode { get; init; }

    public DateOnly? GroundFrom { get; init; }

    public DateOnly? GroundTo { get; init; }

    /// <summary>Reasons of a decision, evidence of an exception, what changed in a plan.</summary>
    [FieldClass(FieldClass.Special)]
    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>An account's id or a job's name.</summary>
    public string? RecordedBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? WithdrawnBecause { get; set; }

    /// <summary>The family has answered before the day on which it was to count as served: they have it.</summary>
    public void AnsweredOn(DateOnly day)
    {
        HappenedOn = day;
        ServiceWords = $"{ServiceWords} The family answered on {day.Long()}, so it was served by then.";
    }

    public Happening AsHappening() => new(
        Id, Kind, HappenedOn, RecordedAt, WithdrawnAt, Adviser,
        Ground is { } ground && LimitCode is { } limit && GroundFrom is { } from ? new ClaimedException(ground, limit, from, GroundTo) : null);

    public static void Map(EntityTypeBuilder<EhcEvent> one)
    {
        one.ToTable("events");
        one.Property(e => e.Id).ValueGeneratedNever();
        one.Property(e => e.LimitCode).HasMaxLength(10);
        one.Property(e => e.ServiceWords).HasMaxLength(MaximumServiceWords);
        one.Property(e => e.RecordedBy).HasMaxLength(100);
        one.HasOne<EhcRecord>().WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
