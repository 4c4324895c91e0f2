using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

internal enum FamilyAccessState
{
    Invited,
    Active,
    Ended,
}

/// <summary>
/// One person of a family who may sign in, or is invited to. A person id and the id of the contact point that it is bound to; who that is and
/// how to reach them is the business of People. Never deleted: it ends.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyAccess
{
    public const int MaximumReason = 300;

    public required Guid Id { get; init; }

    public required Guid PersonId { get; set; }

    /// <summary>The record that it was given to, where that one has been put together with another since: undoing that gives it back.</summary>
    public Guid? GivenToId { get; set; }

    /// <summary>One of <c>Roles.OfFamilies</c>.</summary>
    public required string Role { get; init; }

    public required FamilyAccessState State { get; set; }

    /// <summary>Codes go there and nowhere else.</summary>
    public required Guid ContactPointId { get; init; }

    /// <summary>The member of staff; null when the command line did it.</summary>
    public Guid? InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public DateTimeOffset? BoundAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it was given, or why it ended.</summary>
    public required string Reason { get; set; }

    /// <summary>Documents stay shut until then: what opens them was changed by somebody who had shown one factor only.</summary>
    public DateTimeOffset? DocumentsFrom { get; set; }

    /// <summary>Key of the authenticator app, protected; null when there is none.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Time step of the last code that was accepted: a code works once.</summary>
    public long LastCodeStep { get; set; }

    public int WrongTries { get; set; }

    public DateTimeOffset? WrongSince { get; set; }

    public static void Map(EntityTypeBuilder<FamilyAccess> access)
    {
        access.ToTable("family_access");
        access.Property(a => a.Id).ValueGeneratedNever();
        access.Property(a => a.Role).HasMaxLength(60);
        access.Property(a => a.Reason).HasMaxLength(MaximumReason);
        access.Property(a => a.AuthenticatorKey).HasMaxLength(500);

        // One for each record: whoever had two records may come in by the way of either.
        access.HasIndex(a => new { a.PersonId, a.GivenToId, a.State }).IsUnique().AreNullsDistinct(false).HasFilter("state <> 'ended'");
        access.HasIndex(a => a.ContactPointId).IsUnique().HasFilter("state = 'active'");
    }
}
