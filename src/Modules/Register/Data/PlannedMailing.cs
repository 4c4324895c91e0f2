using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>Stored.</summary>
internal enum MailingState
{
    /// <summary>Written; a second person looks at it.</summary>
    Draft,
    Sent,
    Dropped,
}

/// <summary>News, or a question, to families on the register who said yes to it. Nobody's name stands here: who gets it is asked when it is sent.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlannedMailing
{
    public const string Subject = "register_mailing";
    public const int MaximumTitle = 120;
    public const int MaximumWords = 2000;

    public required Guid Id { get; init; }

    /// <summary>Name of the message's template.</summary>
    public required string Template { get; init; }

    public required MessageChannel Channel { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public required MailingState State { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>An account's id.</summary>
    public string? MadeBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>How many messages were asked for. What became of them stands in Messages.</summary>
    public int Asked { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<PlannedMailing> mailing)
    {
        mailing.ToTable("mailings");
        mailing.Property(m => m.Id).ValueGeneratedNever();
        mailing.Property(m => m.Version).IsRowVersion();
        mailing.Property(m => m.Template).HasMaxLength(60);
        mailing.Property(m => m.Title).HasMaxLength(MaximumTitle);
        mailing.Property(m => m.Words).HasMaxLength(MaximumWords);
        mailing.Property(m => m.MadeBy).HasMaxLength(100);
        mailing.Property(m => m.DecidedBy).HasMaxLength(100);
        mailing.HasIndex(m => m.MadeAt);
    }
}
