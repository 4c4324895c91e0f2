using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

/// <summary>One try with one provider, and what came of it. Sending and failing look alike from outside, so each is written down.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Attempt
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Provider { get; init; }

    /// <summary>Lower_snake: <c>accepted</c>, <c>busy</c>, <c>no_answer</c> and the like. Never what a provider wrote: an address may be in it.</summary>
    public required string Outcome { get; init; }

    public static void Map(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Provider).HasMaxLength(20);
        attempt.Property(a => a.Outcome).HasMaxLength(Message.LongestReason);
        attempt.HasIndex(a => new { a.MessageId, a.At });
    }
}

/// <summary>What a provider told us by itself. Its digest is unique: the same receipt twice is one.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Receipt
{
    public required byte[] Digest { get; init; }

    public required Guid MessageId { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset At { get; init; }

    public static void Map(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("receipts");
        receipt.HasKey(r => r.Digest);
        receipt.Property(r => r.Status).HasMaxLength(40);
        receipt.HasIndex(r => new { r.MessageId, r.At });
    }
}

/// <summary>Where messages go when no way out is set up. In Production their words are not kept.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SunkMessage
{
    public required Guid MessageId { get; init; }

    public required MessageChannel Channel { get; init; }

    [FieldClass(FieldClass.Personal)]
    public string? Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public static void Map(EntityTypeBuilder<SunkMessage> sunk)
    {
        sunk.ToTable("sink");
        sunk.HasKey(s => s.MessageId);
        sunk.Property(s => s.MessageId).ValueGeneratedNever();
        sunk.HasIndex(s => s.At);
    }
}

internal enum StopKind
{
    Everything,
    Template,

    /// <summary>A person, as recipient or as the one whom it is about.</summary>
    Person,
}

/// <summary>A kill switch that somebody pulled. Nothing that it covers leaves until it is let go.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Stop
{
    public const int LongestReason = 300;

    public required Guid Id { get; init; }

    public required StopKind Kind { get; init; }

    public string? Template { get; init; }

    public Guid? PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when an event did it: a death stops everything for a person at once.</summary>
    public Guid? By { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    public Guid? LiftedBy { get; set; }

    public static void Map(EntityTypeBuilder<Stop> stop)
    {
        stop.ToTable("stops");
        stop.Property(s => s.Id).ValueGeneratedNever();
        stop.Property(s => s.Template).HasMaxLength(Data.Template.LongestName);
        stop.Property(s => s.Reason).HasMaxLength(LongestReason);
        stop.HasIndex(s => new { s.Kind, s.Template, s.PersonId }).IsUnique().AreNullsDistinct(false).HasFilter("lifted_at is null");
    }
}

internal enum CallOutcome
{
    Spoke,
    NoAnswer,
    WrongNumber,
    NeedsInterpreter,
}

/// <summary>One try to speak to somebody, by phone or face to face.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Call
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public required CallOutcome Outcome { get; init; }

    /// <summary>Only then it counts.</summary>
    public required bool RightPerson { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? By { get; init; }

    public static void Map(EntityTypeBuilder<Call> call)
    {
        call.ToTable("calls");
        call.Property(c => c.Id).ValueGeneratedNever();
        call.HasIndex(c => c.MessageId);
    }
}
