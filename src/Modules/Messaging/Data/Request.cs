using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

/// <summary>What a module asked for, in its own transaction. One of them becomes one message for each channel that is tried.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Request
{
    public const int LongestKey = 200;
    public const int LongestRecipient = 80;

    public required Guid Id { get; init; }

    public required string Template { get; init; }

    public required string OccurrenceKey { get; init; }

    /// <summary>Person, contact point or digest of a mailbox: unique with the occurrence.</summary>
    public required string RecipientKey { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? AboutPersonId { get; set; }

    /// <summary>The record that it was for, where that one has been put together with another since.</summary>
    public Guid? AskedForId { get; set; }

    public Guid? ContactPointId { get; init; }

    /// <summary>Of staff and providers, and of whoever signed up for news; gone when the message is over.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? Mailbox { get; set; }

    /// <summary>JSON; gone when the message is over, if a code or a link is in it.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? Values { get; set; }

    public MessageChannel? Channel { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public bool SomebodyIsReachable { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until its first message stands in the ledger.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    public static void Map(EntityTypeBuilder<Request> request)
    {
        request.ToTable("requests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Template).HasMaxLength(Data.Template.LongestName);
        request.Property(r => r.OccurrenceKey).HasMaxLength(LongestKey);
        request.Property(r => r.RecipientKey).HasMaxLength(LongestRecipient);
        request.HasIndex(r => new { r.OccurrenceKey, r.RecipientKey }).IsUnique();
        request.HasIndex(r => r.PersonId);
        request.HasIndex(r => r.CreatedAt).HasFilter("planned_at is null");
    }
}
