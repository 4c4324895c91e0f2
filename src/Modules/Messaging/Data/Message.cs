using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

/// <summary>One line of the ledger: one message, to one recipient, by one channel. Its words are made when it leaves, and are not kept.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Message
{
    public const int LongestReason = 200;

    /// <summary>Also what a provider knows it by.</summary>
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string Template { get; init; }

    public required string MessageClass { get; init; }

    public required string OccurrenceKey { get; init; }

    public required string RecipientKey { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? AboutPersonId { get; set; }

    /// <summary>The record that it was for, where that one has been put together with another since.</summary>
    public Guid? AskedForId { get; set; }

    /// <summary>The same of the one whom it is about.</summary>
    public Guid? AskedAboutId { get; set; }

    /// <summary>The one it must go to, or the one that was used.</summary>
    public Guid? ContactPointId { get; set; }

    public required MessageChannel Channel { get; init; }

    /// <summary>0 is the first channel; each fallback is one more.</summary>
    public int Hop { get; init; }

    /// <summary>Lower leaves first: codes before news.</summary>
    public required int Priority { get; init; }

    public required MessageState State { get; set; }

    /// <summary>Why it is held, waits or failed: lower_snake, several with a comma.</summary>
    public string? Reason { get; set; }

    /// <summary>Why it passed over hours or cap.</summary>
    public Exemption? Exemption { get; set; }

    public Guid? VersionId { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Of the host that has it now.</summary>
    public Guid? Claim { get; set; }

    /// <summary>A host that has not finished by then is taken for dead.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Tries { get; set; }

    public int Faults { get; set; }

    /// <summary>When it took one of the person's places in the weekly cap.</summary>
    public DateTimeOffset? SlotAt { get; set; }

    public string? Provider { get; set; }

    public string? ProviderId { get; set; }

    public int Segments { get; set; }

    public Guid? BundledIntoId { get; set; }

    /// <summary>Not before that one is over: somebody asked to be called first.</summary>
    public Guid? WaitsForId { get; set; }

    public Guid? PrintBatchId { get; set; }

    /// <summary>On the letter and on its envelope.</summary>
    public string? MatchCode { get; set; }

    public bool IsMatched { get; set; }

    /// <summary>Keyed digest of the name and address that were printed: a letter whose address changes afterwards leaves its batch.</summary>
    public byte[]? PrintedTo { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public static void Map(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Template).HasMaxLength(Data.Template.LongestName);
        message.Property(m => m.MessageClass).HasMaxLength(40);
        message.Property(m => m.OccurrenceKey).HasMaxLength(Request.LongestKey);
        message.Property(m => m.RecipientKey).HasMaxLength(Request.LongestRecipient);
        message.Property(m => m.Reason).HasMaxLength(LongestReason);
        message.Property(m => m.Provider).HasMaxLength(20);
        message.Property(m => m.ProviderId).HasMaxLength(100);
        message.Property(m => m.MatchCode).HasMaxLength(Domain.MatchCode.Length);
        message.Property(m => m.PrintedTo).HasMaxLength(32);
        message.HasOne<Request>().WithMany().HasForeignKey(m => m.RequestId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<TemplateVersion>().WithMany().HasForeignKey(m => m.VersionId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<PrintBatch>().WithMany().HasForeignKey(m => m.PrintBatchId).OnDelete(DeleteBehavior.Restrict);

        // The promise: one for each occurrence, recipient and channel, whatever dies when.
        message.HasIndex(m => new { m.OccurrenceKey, m.RecipientKey, m.Channel, m.Template }).IsUnique();
        message.HasIndex(m => new { m.Priority, m.DueAt }).HasFilter("state in ('waiting', 'held', 'sending', 'unsure')");
        message.HasIndex(m => new { m.State, m.CreatedAt });
        message.HasIndex(m => new { m.RecipientKey, m.SlotAt }).HasFilter("slot_at is not null");
        message.HasIndex(m => m.PersonId);
        message.HasIndex(m => m.BundledIntoId).HasFilter("bundled_into_id is not null");
        message.HasIndex(m => m.WaitsForId).HasFilter("waits_for_id is not null");
        message.HasIndex(m => m.SentAt).HasFilter("state = 'sent'");
    }
}
