using System.Linq.Expressions;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Facts;

/// <summary>What it is about. Stored.</summary>
internal enum FactTopic
{
    HowToTalk,
    WhatHelps,
    WhatIsHard,
    Health,
    School,
    Home,
    Hopes,
}

/// <summary>Something that somebody told us once, with who said it and when, so that nobody need be asked again.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyFact
{
    public const int MaximumWords = 2000;

    /// <summary>Months after which one may ask whether it is still so.</summary>
    public const int MonthsHeld = 12;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required FactTopic Topic { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    public required Adviser Source { get; init; }

    /// <summary>Who of the family said it: it is theirs to see, and to say who else may read it. Null when it came from somebody else.</summary>
    public Guid? PersonId { get; init; }

    public required DateOnly ToldOn { get; init; }

    /// <summary>Since when those who are asked for advice may read it; null when nobody has agreed to that.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static Expression<Func<FamilyFact, bool>> IsHeldOn(DateOnly day)
    {
        var since = day.AddMonths(-MonthsHeld);
        return fact => fact.ToldOn > since;
    }

    public static void Map(EntityTypeBuilder<FamilyFact> fact)
    {
        fact.ToTable("facts");
        fact.Property(f => f.Id).ValueGeneratedNever();
        fact.HasOne<EhcRecord>().WithMany().HasForeignKey(f => f.RecordId).OnDelete(DeleteBehavior.Restrict);
        fact.HasIndex(f => f.PersonId);
    }
}

/// <summary>Somebody of the family was asked something. It counts as asked again when we held the answer already.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FactAsk
{
    public const int MaximumReason = 300;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required FactTopic Topic { get; init; }

    public required bool WasHeld { get; init; }

    /// <summary>Why it was asked again.</summary>
    [FieldClass(FieldClass.Special)]
    public string? Reason { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? AskedBy { get; init; }

    public static void Map(EntityTypeBuilder<FactAsk> ask)
    {
        ask.ToTable("fact_asks");
        ask.Property(a => a.Id).ValueGeneratedNever();
        ask.Property(a => a.AskedBy).HasMaxLength(100);
        ask.HasOne<EhcRecord>().WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Restrict);
        ask.HasIndex(a => a.AskedAt);
    }
}
