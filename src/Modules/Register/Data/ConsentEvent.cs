using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>Somebody said yes, no, or not any more. It is written once: the web's login may neither change nor delete it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ConsentEvent
{
    public const int MaximumRecipientName = 200;

    public required Guid Id { get; init; }

    public required Guid EntryId { get; init; }

    public required string Purpose { get; init; }

    public required string Recipient { get; init; }

    /// <summary>The organisation by its name, as it was shown: a yes reaches it and no other. Null for a no while it had no name.</summary>
    public string? RecipientName { get; init; }

    /// <summary>Which school a yes to "the one that you name" is for: the entry's <see cref="RegisterEntry.SchoolKey"/> of that moment. Null for other uses.</summary>
    public Guid? SchoolKey { get; init; }

    public required ConsentDecision Decision { get; init; }

    public required Guid GiverId { get; init; }

    public required GiverCapacity Capacity { get; init; }

    public required ConsentChannel Channel { get; init; }

    /// <summary>The words that were shown, in their language.</summary>
    public required Guid WordingId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>An account's or person's id, or a job's name; null for a visitor.</summary>
    public string? RecordedBy { get; init; }

    public static void Map(EntityTypeBuilder<ConsentEvent> said)
    {
        said.ToTable("consent_events");
        said.Property(s => s.Id).ValueGeneratedNever();
        said.Property(s => s.Purpose).HasMaxLength(ConsentPurpose.MaximumSlug);
        said.Property(s => s.Recipient).HasMaxLength(ConsentPurpose.MaximumSlug);
        said.Property(s => s.RecipientName).HasMaxLength(MaximumRecipientName);
        said.Property(s => s.RecordedBy).HasMaxLength(100);
        said.HasOne<RegisterEntry>().WithMany().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        said.HasOne<Wording>().WithMany().HasForeignKey(s => s.WordingId).OnDelete(DeleteBehavior.Restrict);
        said.HasIndex(s => new { s.EntryId, s.Purpose, s.Recipient, s.At });
    }
}

/// <summary>The newest that one person said about one use of one entry. The database writes it from the events, in the same statement; nobody else can.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Consent
{
    public required Guid EntryId { get; init; }

    public required string Purpose { get; init; }

    public required string Recipient { get; init; }

    public required Guid GiverId { get; init; }

    public required GiverCapacity Capacity { get; init; }

    public required ConsentDecision Decision { get; init; }

    /// <inheritdoc cref="ConsentEvent.RecipientName"/>
    public string? RecipientName { get; init; }

    /// <inheritdoc cref="ConsentEvent.SchoolKey"/>
    public Guid? SchoolKey { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Of two things said at one moment the one that was written down later counts.</summary>
    public required Guid EventId { get; init; }

    public static void Map(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.HasKey(c => new { c.EntryId, c.Purpose, c.Recipient, c.GiverId });
        consent.Property(c => c.Purpose).HasMaxLength(ConsentPurpose.MaximumSlug);
        consent.Property(c => c.Recipient).HasMaxLength(ConsentPurpose.MaximumSlug);
        consent.Property(c => c.RecipientName).HasMaxLength(ConsentEvent.MaximumRecipientName);
        consent.HasOne<RegisterEntry>().WithMany().HasForeignKey(c => c.EntryId).OnDelete(DeleteBehavior.Restrict);
        consent.HasIndex(c => new { c.Purpose, c.Recipient });
    }
}
