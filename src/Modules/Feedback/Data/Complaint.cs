using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Which clocks run. Stored.</summary>
internal enum ComplaintKind
{
    Service,

    /// <summary>How somebody's information was used: the law gives it its own time.</summary>
    DataProtection,
}

/// <summary>What a complaint comes down to, as an officer reads it. All but the last are about how we talk to families. Stored.</summary>
internal enum ComplaintTheme
{
    NoReply,
    Late,
    WrongOrConfusing,
    NotToldOfChange,
    NotToldOfDelay,
    FormatNotMet,
    RepeatedStory,
    Rude,
    SharedWrongly,
    NotCommunication,
}

/// <summary>Somebody complains. The public site adds rows and cannot read them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Complaint
{
    public const string Subject = "complaint";
    public const int MaximumWords = 4000;
    public const int MaximumReplyTo = 300;

    public required Guid Id { get; init; }

    /// <summary>By chance, so that nobody can count or guess: C- and six letters or digits.</summary>
    public required string Reference { get; init; }

    public required ComplaintKind Kind { get; init; }

    /// <summary>About asking for an EHC plan, or about one.</summary>
    public required bool IsAboutEhc { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    /// <summary>Whom to answer and how, as it was typed; empty when nobody said.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string ReplyTo { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null until an officer has said it.</summary>
    public ComplaintTheme? Theme { get; set; }
}

/// <summary>One stage of a complaint with its clocks, as the settings were when it began.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ComplaintStage
{
    public const int Last = 2;

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Number { get; init; }

    /// <summary>Date in London.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Null when the bank holidays of that time are not loaded.</summary>
    public DateOnly? AcknowledgeBy { get; init; }

    public DateOnly? AcknowledgedOn { get; set; }

    /// <summary>Null when no day is set: a data-protection complaint is answered without undue delay.</summary>
    public DateOnly? ReplyBy { get; init; }

    public DateOnly? RepliedOn { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Answer { get; set; }

    /// <summary>The day on which something is next due; null when nothing is.</summary>
    public DateOnly? NextDue => RepliedOn is not null ? null : AcknowledgedOn is null ? AcknowledgeBy ?? ReplyBy : ReplyBy;
}

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("Complaints");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(12);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.At);
    }
}

internal sealed class ComplaintStageConfiguration : IEntityTypeConfiguration<ComplaintStage>
{
    public void Configure(EntityTypeBuilder<ComplaintStage> builder)
    {
        builder.ToTable("ComplaintStages", table => table.HasCheckConstraint("ck_complaint_stages_number", "number in (1, 2)"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RepliedOn).IsConcurrencyToken();
        builder.Ignore(s => s.NextDue);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(s => s.ComplaintId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ComplaintId, s.Number }).IsUnique();
        builder.HasIndex(s => s.ReplyBy);
    }
}
