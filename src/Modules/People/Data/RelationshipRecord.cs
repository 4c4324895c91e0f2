using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>What a person is to a child, and whether they have parental responsibility, with the days.</summary>
[FieldClass(FieldClass.Personal)]
internal sealed class RelationshipRecord
{
    [FieldClass(FieldClass.Staff)]
    public required Guid Id { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required Guid PersonId { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required Guid ChildId { get; init; }

    public required RelationshipKind Kind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; set; }

    public required bool HasResponsibility { get; set; }

    public DateOnly? ResponsibilityFrom { get; set; }

    public DateOnly? ResponsibilityTo { get; set; }

    /// <summary>
    /// When the young person agreed that this person is told and shown what is about them. From the eighteenth birthday on nothing else lets a relative
    /// be told; null when they have not agreed, or have taken it back.
    /// </summary>
    public DateOnly? AgreedOn { get; set; }

    [FieldClass(FieldClass.Staff)]
    public required DateTimeOffset ChangedAt { get; set; }

    [FieldClass(FieldClass.Staff)]
    public uint Version { get; init; }

    public Relationship AsRelationship(Func<Guid, Guid> kept) =>
        new(Id, kept(PersonId), kept(ChildId), Kind, From, To, HasResponsibility, ResponsibilityFrom, ResponsibilityTo);

    public static void Map(EntityTypeBuilder<RelationshipRecord> relationship)
    {
        relationship.ToTable("relationships");
        relationship.Property(r => r.Id).ValueGeneratedNever();
        relationship.Property(r => r.Version).IsRowVersion();
        relationship.HasOne<PersonRecord>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        relationship.HasOne<PersonRecord>().WithMany().HasForeignKey(r => r.ChildId).OnDelete(DeleteBehavior.Restrict);
    }
}
