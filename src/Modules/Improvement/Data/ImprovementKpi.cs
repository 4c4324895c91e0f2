using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A number that the partnership looks at. What it means may be written down better; its code never changes.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImprovementKpi
{
    public const string Subject = "improvement_kpi";

    public required Guid Id { get; init; }

    /// <summary><c>K01</c> to <c>K31</c> for those that the papers name, <c>D…</c> for those that this site counts beside them.</summary>
    public required string Code { get; init; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    /// <summary>The action of the plan that names it; null when only another paper does.</summary>
    public Guid? ActionId { get; init; }

    public required KpiUnit Unit { get; init; }

    /// <summary>Code of the <c>IKpiSource</c> that counts it; null when a partner has to send it.</summary>
    public string? Feed { get; init; }

    /// <summary>What a reader must know, as that two figures are not one series.</summary>
    public string? Note { get; init; }

    public static void Map(EntityTypeBuilder<ImprovementKpi> kpi)
    {
        kpi.ToTable("kpis");
        kpi.Property(k => k.Id).ValueGeneratedNever();
        kpi.Property(k => k.Code).HasMaxLength(10);
        kpi.Property(k => k.Name).HasMaxLength(200);
        kpi.Property(k => k.Feed).HasMaxLength(60);
        kpi.HasOne<ImprovementAction>().WithMany().HasForeignKey(k => k.ActionId).OnDelete(DeleteBehavior.Restrict);
        kpi.HasIndex(k => k.Code).IsUnique();
    }
}

/// <summary>What a number means, in twelve fields. Never changed: another one is written, and the latest counts.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class KpiDefinition
{
    public const int MaximumWords = 600;

    public required Guid Id { get; init; }

    public required Guid KpiId { get; init; }

    public string? Meaning { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? Source { get; init; }

    public string? Owner { get; init; }

    public KpiFrequency? Frequency { get; init; }

    /// <summary>In words; <see cref="BaselineValue"/> is what a trajectory starts from, where that can be said.</summary>
    public string? Baseline { get; init; }

    public decimal? BaselineValue { get; init; }

    public DateOnly? BaselineOn { get; init; }

    /// <summary>In words; <see cref="TargetValue"/> is what figures are compared with, where that can be said.</summary>
    public string? Target { get; init; }

    public decimal? TargetValue { get; init; }

    public DateOnly? TargetOn { get; init; }

    /// <summary>The target is the latest figure of England, whatever it is.</summary>
    public required bool IsTargetEngland { get; init; }

    /// <summary>More than the target, or less, and not the target itself.</summary>
    public required bool IsTargetStrict { get; init; }

    public KpiPolarity? Polarity { get; init; }

    /// <summary>Days between the end of a period and its figure.</summary>
    public int? LagDays { get; init; }

    /// <summary>Which figures are too small to show.</summary>
    public string? Suppression { get; init; }

    /// <summary>With whom it is compared.</summary>
    public string? Comparison { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? By { get; init; }

    /// <summary>The twelve, in the order in which people read them.</summary>
    public IReadOnlyList<(string Name, string? Words)> Fields =>
    [
        ("What it means", Meaning), ("Counted", Numerator), ("Of what", Denominator), ("Where it comes from", Source), ("Who answers for it", Owner),
        ("How often", Frequency is { } often ? KpiWords.Of(often) : null), ("Where it started", Baseline), ("Target", Target),
        ("Which way is better", Polarity switch { KpiPolarity.Higher => "more", KpiPolarity.Lower => "less", _ => null }),
        ("How late a figure comes", LagDays switch { null => null, 0 => "at once", 1 => "1 day after the end of its time", _ => $"{LagDays} days after the end of its time" }),
        ("What is too small to show", Suppression), ("Compared with", Comparison),
    ];

    /// <summary>Fields that nobody has written down: until then it is not for the public.</summary>
    public IReadOnlyList<string> Missing => [.. Fields.Where(one => one.Words is null).Select(one => one.Name)];

    public static void Map(EntityTypeBuilder<KpiDefinition> definition)
    {
        definition.ToTable("kpi_definitions");
        definition.Property(d => d.Id).ValueGeneratedNever();
        definition.Ignore(d => d.Fields);
        definition.Ignore(d => d.Missing);
        definition.HasOne<ImprovementKpi>().WithMany().HasForeignKey(d => d.KpiId).OnDelete(DeleteBehavior.Restrict);
        definition.HasIndex(d => new { d.KpiId, d.At });
    }
}

/// <summary>Where a figure comes from. Stored.</summary>
internal enum FigureOrigin
{
    /// <summary>Printed in a paper that the plan rests on.</summary>
    Paper,

    /// <summary>Counted by this site from its own records.</summary>
    Live,

    /// <summary>Sent by a partner.</summary>
    Partner,

    /// <summary>Published by the Department for Education.</summary>
    National,
}

/// <summary>One figure for one period. Never changed: one that was put right stands beside it, and the latest counts.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class KpiFigure
{
    /// <summary>The series that a number is judged by.</summary>
    public const string Main = "medway";

    public const string England = "england";

    public required Guid Id { get; init; }

    public required Guid KpiId { get; init; }

    /// <summary><see cref="Main"/>, <see cref="England"/>, or what else stands beside them.</summary>
    public required string Series { get; init; }

    /// <summary>Null when a paper does not say for what time its figure is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; of a figure in a paper without one: when the paper was written.</summary>
    public required DateOnly Until { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Null when it is too small to show.</summary>
    public decimal? Value { get; init; }

    /// <summary>As the paper prints it.</summary>
    public string? Words { get; init; }

    public required FigureOrigin Origin { get; init; }

    public required string Source { get; init; }

    /// <summary>When it was counted or handed in.</summary>
    public required DateTimeOffset AsAt { get; init; }

    public string? By { get; init; }

    public bool IsSuppressed => Value is null;

    public bool IsSameAs(KpiFigure other) => (Numerator, Denominator, Value, From, Source) == (other.Numerator, other.Denominator, other.Value, other.From, other.Source);

    public static void Map(EntityTypeBuilder<KpiFigure> figure)
    {
        figure.ToTable("kpi_figures");
        figure.Property(f => f.Id).ValueGeneratedNever();
        figure.Property(f => f.Series).HasMaxLength(60);
        figure.Property(f => f.Words).HasMaxLength(200);
        figure.Property(f => f.Source).HasMaxLength(200);
        figure.Ignore(f => f.IsSuppressed);
        figure.HasOne<ImprovementKpi>().WithMany().HasForeignKey(f => f.KpiId).OnDelete(DeleteBehavior.Restrict);
        figure.HasIndex(f => new { f.KpiId, f.Series, f.Until, f.AsAt });
    }
}
