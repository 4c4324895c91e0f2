using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>One meeting of a panel.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Panel
{
    public const string Subject = "ehc_panel";

    public required Guid Id { get; init; }

    public required PanelKind Kind { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public string? PlannedBy { get; init; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<Panel> panel)
    {
        panel.ToTable("panels");
        panel.Property(p => p.Id).ValueGeneratedNever();
        panel.Property(p => p.Version).IsRowVersion();
        panel.Property(p => p.PlannedBy).HasMaxLength(100);
        panel.HasIndex(p => p.HeldOn);

        // Two officers who plan the same meeting find one.
        panel.HasIndex(p => new { p.Kind, p.HeldOn }).IsUnique();
    }
}

/// <summary>Somebody who came, and who sent them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PanelAttendee
{
    public const int MaximumWho = 100;

    public required Guid Id { get; init; }

    public required Guid PanelId { get; init; }

    public required PanelAgency Agency { get; init; }

    [FieldClass(FieldClass.Personal)]
    public required string Who { get; init; }

    /// <summary>When the list was written anew without this row; null while it counts.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public static void Map(EntityTypeBuilder<PanelAttendee> attendee)
    {
        attendee.ToTable("panel_attendees");
        attendee.Property(a => a.Id).ValueGeneratedNever();
        attendee.HasOne<Panel>().WithMany().HasForeignKey(a => a.PanelId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>One request on a panel, and what became of it there.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PanelItem
{
    public const int MaximumReasons = EhcEvent.MaximumNote;

    public required Guid Id { get; init; }

    public required Guid PanelId { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Null until somebody has written down what the panel said.</summary>
    public PanelOutcome? Outcome { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Reasons { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<PanelItem> item)
    {
        item.ToTable("panel_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Version).IsRowVersion();
        item.Property(i => i.DecidedBy).HasMaxLength(100);
        item.HasOne<Panel>().WithMany().HasForeignKey(i => i.PanelId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<EhcRecord>().WithMany().HasForeignKey(i => i.RecordId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.PanelId, i.RecordId }).IsUnique();

        // A request waits for one panel at a time.
        item.HasIndex(i => i.RecordId, "ix_panel_items_one_waiting_for_a_record").IsUnique().HasFilter("outcome is null");
    }
}
