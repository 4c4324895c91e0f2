using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

internal enum JoinState
{
    /// <summary>The code has not been typed yet; forgotten after a day.</summary>
    Started,

    /// <summary>An officer has to check who it is.</summary>
    Waiting,
    Approved,
    Declined,
}

/// <summary>Somebody who asks to join, by a contact point that they have shown to be theirs.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class JoinRequest
{
    public const int MaximumReason = FamilyAccess.MaximumReason;
    public const int MaximumSaid = 200;

    public required Guid Id { get; init; }

    public required Guid ContactPointId { get; init; }

    public required JoinState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who they say they are, so that an officer can find the record and call a number that stands on it. Forgotten with the decision.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? SaidName { get; set; }

    /// <summary>For whom they ask, in their words. Forgotten with the decision.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? SaidFor { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? Reason { get; set; }

    /// <summary>What staff call it: the end of the id, which is the random part.</summary>
    public static string ReferenceOf(Guid id) => id.ToString("N")[^8..].ToUpperInvariant();

    public static void Map(EntityTypeBuilder<JoinRequest> join)
    {
        join.ToTable("join_requests");
        join.Property(j => j.Id).ValueGeneratedNever();
        join.Property(j => j.Reason).HasMaxLength(MaximumReason);
        join.HasIndex(j => j.ContactPointId).IsUnique().HasFilter("state = 'waiting'");
        join.HasIndex(j => new { j.State, j.CreatedAt });
    }
}
