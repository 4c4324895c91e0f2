using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>One text of a plan: a draft, a final, or changes. It can be written until it is sent; what was sent is never changed.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlanVersion
{
    public const string Subject = "ehc_plan";

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>1 is the first of the record.</summary>
    public required int Number { get; init; }

    /// <summary>The event with which it was sent; null while it is written. An event that is taken back lets it be sent again.</summary>
    public Guid? EventId { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? StartedBy { get; init; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<PlanVersion> plan)
    {
        plan.ToTable("plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Version).IsRowVersion();
        plan.Property(p => p.StartedBy).HasMaxLength(100);
        plan.HasOne<EhcRecord>().WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<EhcEvent>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => new { p.RecordId, p.Number }).IsUnique();

        // Two officers who start a text at once find one.
        plan.HasIndex(p => p.RecordId, "ix_plans_one_being_written").IsUnique().HasFilter("event_id is null");
    }
}

/// <summary>One section of one text.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlanText
{
    public const int MaximumWords = 30_000;

    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required PlanPart Part { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<PlanText> text)
    {
        text.ToTable("plan_texts");
        text.Property(t => t.Id).ValueGeneratedNever();
        text.Property(t => t.Version).IsRowVersion();
        text.Property(t => t.ChangedBy).HasMaxLength(100);
        text.HasOne<PlanVersion>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Restrict);
        text.HasIndex(t => new { t.PlanId, t.Part }).IsUnique();
    }
}

/// <summary>Help of a final plan that somebody gives. Whoever gives it reads this part, and nothing else of the plan.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlanDelivery
{
    public const int MaximumWords = 8000;

    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required PlanPart Part { get; init; }

    /// <summary>The family reads who gives it.</summary>
    public required Adviser By { get; init; }

    /// <summary>Of whoever signs in to read it; null when nobody does.</summary>
    public Guid? AccountId { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public string? AddedBy { get; init; }

    /// <summary>From then on nobody reads it; null while it counts.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public static void Map(EntityTypeBuilder<PlanDelivery> delivery)
    {
        delivery.ToTable("plan_deliveries");
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.AddedBy).HasMaxLength(100);
        delivery.HasOne<PlanVersion>().WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => d.AccountId);
    }
}

/// <summary>What a person said about a draft, or about proposed changes (SEND Regulations 2014, regs 13(1) and 22(2)(c)).</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlanAnswer
{
    public const int MaximumWords = 10_000;
    public const int MaximumSchool = 200;

    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required Guid PersonId { get; init; }

    public required PlanReply Reply { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    /// <summary>The school or college that they ask for (Children and Families Act 2014, s38(2)(b)); empty for none.</summary>
    [FieldClass(FieldClass.Special)]
    public required string School { get; init; }

    public required bool WantsToMeet { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    public static void Map(EntityTypeBuilder<PlanAnswer> answer)
    {
        answer.ToTable("plan_answers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.HasOne<PlanVersion>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.PlanId, a.PersonId });
    }
}
