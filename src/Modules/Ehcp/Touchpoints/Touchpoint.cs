using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>How a touchpoint comes about. Stored.</summary>
internal enum TouchpointMode
{
    /// <summary>Leaves by itself on the real event.</summary>
    Automatic,

    /// <summary>Waits until an officer releases it. Decisions, drafts, finals and notices of delay are never anything else.</summary>
    Prepared,

    /// <summary>An officer does it: a call, a meeting.</summary>
    Task,
}

/// <summary>In what a limit is counted. Stored.</summary>
internal enum LimitUnit
{
    Days,
    WorkingDays,
}

internal enum TouchpointState
{
    /// <summary>Its day has not come.</summary>
    Planned,

    /// <summary>An officer has to release it, or to do it.</summary>
    Waiting,

    /// <summary>Handed over to Messaging; nobody knows yet whether it arrived.</summary>
    Asked,

    /// <summary>Delivered, or the right person was spoken to. Only this counts as told.</summary>
    Made,

    /// <summary>It did not arrive by any channel.</summary>
    NotMade,

    /// <summary>There was no reason any more.</summary>
    Cancelled,
}

/// <summary>One row of the catalogue.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class TouchpointKind
{
    public required string Code { get; init; }

    public required string Title { get; set; }

    public required TouchpointMode Mode { get; set; }

    /// <summary>Kinds of event that start it, lower_snake, separated by semicolons; empty when nothing does.</summary>
    public required string StartsWith { get; set; }

    public required int Count { get; set; }

    public required LimitUnit Unit { get; set; }

    /// <summary>It does not leave before so many days after the event.</summary>
    public required int After { get; set; }

    public required string Who { get; set; }

    public required string MadeWhen { get; set; }

    public required string Limit { get; set; }

    public required string Source { get; set; }

    public static void Map(EntityTypeBuilder<TouchpointKind> kind)
    {
        kind.ToTable("touchpoint_kinds");
        kind.HasKey(k => k.Code);
        kind.Property(k => k.Code).HasMaxLength(10);
        kind.Property(k => k.Title).HasMaxLength(120);
        kind.Property(k => k.StartsWith).HasMaxLength(200);
        kind.Property(k => k.Who).HasMaxLength(60);
        kind.Property(k => k.MadeWhen).HasMaxLength(60);
        kind.Property(k => k.Limit).HasMaxLength(120);
        kind.Property(k => k.Source).HasMaxLength(120);
    }
}

/// <summary>One touchpoint for one person: each person's ledger is theirs.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Touchpoint
{
    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required string Code { get; init; }

    /// <summary>The event that started it.</summary>
    public required Guid EventId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required TouchpointState State { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The account of whoever released or did it; null when it left by itself.</summary>
    public string? DoneBy { get; set; }

    /// <summary>The same for ever, so that Messaging sends it once.</summary>
    public string OccurrenceKey => $"ehcp.touchpoint {Id}";

    public static void Map(EntityTypeBuilder<Touchpoint> touchpoint)
    {
        touchpoint.ToTable("touchpoints");
        touchpoint.Property(t => t.Id).ValueGeneratedNever();
        touchpoint.Ignore(t => t.OccurrenceKey);
        touchpoint.Property(t => t.Code).HasMaxLength(10);
        touchpoint.Property(t => t.DoneBy).HasMaxLength(100);
        touchpoint.HasOne<EhcRecord>().WithMany().HasForeignKey(t => t.RecordId).OnDelete(DeleteBehavior.Restrict);
        touchpoint.HasIndex(t => new { t.EventId, t.Code, t.PersonId }).IsUnique();
        touchpoint.HasIndex(t => t.DueOn).HasFilter("state = 'waiting'");
    }
}
