using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>
/// A way to reach somebody whose address is hidden, in a table and under a key of its own. Only the duty and safety lead sees one, and
/// nothing is sent there unless the lead has said that it is safe. It keeps the id that it had as a <see cref="ContactRecord"/>.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class HiddenContact
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required ContactPointKind Kind { get; init; }

    [FieldClass(FieldClass.Safety)]
    public required string Value { get; init; }

    /// <summary>None for a postal address: nobody should learn even that two people share it.</summary>
    public byte[]? ValueIndex { get; init; }

    public required ContactState State { get; set; }

    public bool IsSafe { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public bool IsUsable => IsSafe && State == ContactState.Verified;

    public static void Map(EntityTypeBuilder<HiddenContact> contact)
    {
        contact.ToTable("hidden_contact_points");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Ignore(c => c.IsUsable);
        contact.HasOne<PersonRecord>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => c.PersonId);
        contact.HasIndex(c => c.ValueIndex);
    }
}
