using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>What a task of the working group looks at. Stored.</summary>
internal enum TaskKind
{
    Find,
    Understand,
    Trust,
}

/// <summary>A task that parents and young people try on the site each term.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class TaskScript
{
    public const string Subject = "task_script";
    public const int MaximumWords = 300;

    public required Guid Id { get; init; }

    public required TaskKind Kind { get; init; }

    /// <summary>What people are asked to do, as it is read out.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How a task went in one session. Counts only: nobody who tried it is written down.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class TaskRun
{
    public const int MostPeople = 500;

    public required Guid Id { get; init; }

    public required Guid ScriptId { get; init; }

    /// <summary>Date in London.</summary>
    public required DateOnly RanOn { get; init; }

    public required int Tried { get; init; }

    /// <summary>Did it, understood it or would trust it; at most <see cref="Tried"/>.</summary>
    public required int Managed { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a survey of the partnership asked. Stored.</summary>
internal enum SurveyMeasure
{
    /// <summary>Families who are content with how health services talk to them (improvement plan, action 2.3).</summary>
    HealthCommunication,
    CouncilCommunication,
    FeelInvolved,
    LocalOfferHelps,
}

/// <summary>One figure of a survey: counts only.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SurveyFigure
{
    public const int MaximumSource = 200;

    public required Guid Id { get; init; }

    public required SurveyMeasure Measure { get; init; }

    /// <summary>The last day on which people answered.</summary>
    public required DateOnly On { get; init; }

    public required int Answers { get; set; }

    public required int Positive { get; set; }

    public required string Source { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class TaskScriptConfiguration : IEntityTypeConfiguration<TaskScript>
{
    public void Configure(EntityTypeBuilder<TaskScript> builder)
    {
        builder.ToTable("TaskScripts");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Words).HasMaxLength(TaskScript.MaximumWords);
    }
}

internal sealed class TaskRunConfiguration : IEntityTypeConfiguration<TaskRun>
{
    public void Configure(EntityTypeBuilder<TaskRun> builder)
    {
        builder.ToTable("TaskRuns", table => table.HasCheckConstraint("ck_task_runs_managed", "managed between 0 and tried"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<TaskScript>().WithMany().HasForeignKey(r => r.ScriptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ScriptId, r.RanOn }).IsUnique();
    }
}

internal sealed class SurveyFigureConfiguration : IEntityTypeConfiguration<SurveyFigure>
{
    public void Configure(EntityTypeBuilder<SurveyFigure> builder)
    {
        builder.ToTable("SurveyFigures", table => table.HasCheckConstraint("ck_survey_figures_positive", "positive between 0 and answers"));
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Source).HasMaxLength(SurveyFigure.MaximumSource);
        builder.HasIndex(f => new { f.Measure, f.On }).IsUnique();
    }
}
