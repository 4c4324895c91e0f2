using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.CoDesign.Data;

internal enum CardState
{
    Live,
    Paused,
    Cancelled,
}

/// <summary>How old somebody says they are; never a date of birth.</summary>
internal enum AgeBand
{
    Under11,
    From11To15,
    From16To25,
}

/// <summary>"Reviewer 7, group B": whoever holds a card. Pseudonymous: the group's facilitator knows on paper who it is, and nothing here says so.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Reviewer
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid GroupId { get; init; }

    public Group? Group { get; set; }

    public required int Number { get; init; }

    /// <summary>Keyed digest of the card's words; null when the card's time is over. The words are nowhere.</summary>
    public byte[]? CardHash { get; set; }

    public required CardState Card { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    public bool EasyWords { get; set; }

    public bool Pictures { get; set; } = true;

    public bool ReadAloud { get; set; }

    public bool MoreSpace { get; set; }

    [FieldClass(FieldClass.Special)]
    public AgeBand? Age { get; set; }

    [FieldClass(FieldClass.Special)]
    public bool? HadHelp { get; set; }

    /// <summary>Whether they would show it to a friend: yes, maybe, no.</summary>
    public Friend? Friend { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public static void Map(EntityTypeBuilder<Reviewer> reviewer)
    {
        reviewer.ToTable("reviewers");
        reviewer.Property(r => r.Id).ValueGeneratedNever();
        reviewer.Property(r => r.CardHash).HasMaxLength(32);
        reviewer.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        reviewer.HasOne(r => r.Group).WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        reviewer.HasIndex(r => r.CardHash).IsUnique();
        reviewer.HasIndex(r => new { r.GroupId, r.Number }).IsUnique();
    }
}

internal enum Friend
{
    Yes,
    Maybe,
    No,
}

/// <summary>A browser that a card let in. The cookie holds a random key, the table its digest.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PanelSession
{
    public required byte[] Hash { get; init; }

    public required Guid ReviewerId { get; init; }

    public Reviewer? Reviewer { get; set; }

    public required DateTimeOffset At { get; init; }

    public static void Map(EntityTypeBuilder<PanelSession> session)
    {
        session.ToTable("sessions");
        session.HasKey(s => s.Hash);
        session.Property(s => s.Hash).HasMaxLength(32);
        session.HasOne(s => s.Reviewer).WithMany().HasForeignKey(s => s.ReviewerId).OnDelete(DeleteBehavior.Cascade);
    }
}
