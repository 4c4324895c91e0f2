using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>That somebody outside was given data of the register: under a yes, or under a law and with a second person.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Share
{
    public const string Subject = "register_share";
    public const int MaximumRecipient = 200;
    public const int MaximumReason = 300;

    public required Guid Id { get; init; }

    /// <summary>Slug of the use that families said yes to; null when it rests on a law.</summary>
    public string? Purpose { get; init; }

    /// <summary>Null when it rests on a yes.</summary>
    public LegalGround? Ground { get; init; }

    /// <summary>An organisation, by its name on that day. A school says where a child is, so that its name is kept like what is hard for a child. Null for what was given before names were kept secret.</summary>
    [FieldClass(FieldClass.Special)]
    public required string? Recipient { get; init; }

    /// <inheritdoc cref="NameOf"/>
    public string Named => NameOf(Recipient);

    /// <summary>Why, when it rests on a law; it may say much about a child.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Reason { get; set; }

    /// <summary>Telling the family would put somebody at risk: it is not on their page of who looked.</summary>
    public bool IsHidden { get; init; }

    public required ShareState State { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>An account's id.</summary>
    public string? MadeBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public uint Version { get; init; }

    /// <returns>The recipient for a page; the audit trail of that day names the older ones.</returns>
    public static string NameOf(string? recipient) => recipient ?? "A recipient that the audit trail names";

    public static void Map(EntityTypeBuilder<Share> share)
    {
        share.ToTable("shares", table => table.HasCheckConstraint("ck_shares_one_basis", "(purpose is null) <> (ground is null)"));
        share.Property(s => s.Id).ValueGeneratedNever();
        share.Property(s => s.Version).IsRowVersion();
        share.Property(s => s.Purpose).HasMaxLength(ConsentPurpose.MaximumSlug);
        share.Property(s => s.MadeBy).HasMaxLength(100);
        share.Property(s => s.DecidedBy).HasMaxLength(100);
        share.HasIndex(s => s.MadeAt);
    }
}

/// <summary>An entry that stands in a share.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SharedEntry
{
    public required Guid ShareId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>The yes has ended: the recipient is to be told to delete it.</summary>
    public DateTimeOffset? RecalledAt { get; set; }

    /// <summary>When somebody told the recipient.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>An account's id.</summary>
    public string? ToldBy { get; set; }

    public static void Map(EntityTypeBuilder<SharedEntry> shared)
    {
        shared.ToTable("shared_entries");
        shared.HasKey(s => new { s.ShareId, s.EntryId });
        shared.Property(s => s.ToldBy).HasMaxLength(100);
        shared.HasOne<Share>().WithMany().HasForeignKey(s => s.ShareId).OnDelete(DeleteBehavior.Restrict);
        shared.HasOne<RegisterEntry>().WithMany().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        shared.HasIndex(s => s.EntryId);
        shared.HasIndex(s => s.RecalledAt, "ix_shared_entries_to_recall").HasFilter("recalled_at is not null and told_at is null");
    }
}
