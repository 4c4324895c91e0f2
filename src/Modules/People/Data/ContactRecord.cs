using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

internal enum ContactState
{
    /// <summary>Somebody typed it who asks to join; nobody's until an officer has checked.</summary>
    Proposed,

    /// <summary>Somebody's, and nobody has shown yet that it reaches them.</summary>
    Unverified,
    Verified,
    Bounced,
    Returned,

    /// <summary>Not used any more; kept, because messages went there.</summary>
    Ended,
}

/// <summary>A way to reach a person. Of somebody whose address is hidden there is none here: see <see cref="HiddenContact"/>.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ContactRecord
{
    public required Guid Id { get; init; }

    /// <summary>Null only for a proposed one.</summary>
    public Guid? PersonId { get; set; }

    public required ContactPointKind Kind { get; init; }

    /// <summary>As <see cref="Domain.ContactText"/> writes it: an address has a line each, the postcode last.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string Value { get; init; }

    public required byte[] ValueIndex { get; init; }

    public required ContactState State { get; set; }

    /// <summary>False when somebody else may read it: it stays on the record, and nothing is sent there.</summary>
    public bool IsSafe { get; set; } = true;

    public required DateTimeOffset ChangedAt { get; set; }

    public uint Version { get; init; }

    public bool IsUsable => IsSafe && State == ContactState.Verified;

    public static void Map(EntityTypeBuilder<ContactRecord> contact)
    {
        contact.ToTable("contact_points", table => table.HasCheckConstraint("ck_contact_points_owner", "(person_id is null) = (state = 'proposed')"));
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Version).IsRowVersion();
        contact.Ignore(c => c.IsUsable);
        contact.HasOne<PersonRecord>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.ValueIndex, c.Kind });
        contact.HasIndex(c => new { c.Kind, c.ValueIndex }, "ux_contact_points_proposed").IsUnique().HasFilter("person_id is null");
        contact.HasIndex(c => new { c.PersonId, c.Kind, c.ValueIndex }).IsUnique().HasFilter("state <> 'ended'");
    }
}
