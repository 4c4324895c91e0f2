using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>Something that makes telling dangerous or unlawful. What it is stands under the Safety key; plain are only ids and whether it holds.</summary>
[FieldClass(FieldClass.Safety)]
internal sealed class RestrictionRecord
{
    public const int MaximumNote = 500;

    [FieldClass(FieldClass.Staff)]
    public required Guid Id { get; init; }

    /// <summary>Whom it protects: the child, or the person whose address is hidden.</summary>
    [FieldClass(FieldClass.Staff)]
    public required Guid PersonId { get; init; }

    /// <summary>Against whom; null when it is against nobody in particular.</summary>
    [FieldClass(FieldClass.Staff)]
    public Guid? AgainstId { get; init; }

    public required RestrictionKind Kind { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null when it goes on until somebody ends it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Ids of those who may be told all the same, with spaces between.</summary>
    public string Allowed { get; set; } = "";

    public string? Note { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required DateTimeOffset RecordedAt { get; init; }

    [FieldClass(FieldClass.Staff)]
    public Guid? RecordedBy { get; init; }

    [FieldClass(FieldClass.Staff)]
    public DateTimeOffset? EndedAt { get; set; }

    public bool HoldsOn(DateOnly day) => EndedAt is null && (From is null || From <= day) && (To is null || To >= day);

    public bool Allows(IEnumerable<Guid> anybody)
    {
        var ids = Allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToHashSet();
        return anybody.Any(ids.Contains);
    }

    public static void Map(EntityTypeBuilder<RestrictionRecord> restriction)
    {
        restriction.ToTable("restrictions");
        restriction.Property(r => r.Id).ValueGeneratedNever();
        restriction.HasOne<PersonRecord>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        restriction.HasOne<PersonRecord>().WithMany().HasForeignKey(r => r.AgainstId).OnDelete(DeleteBehavior.Restrict);
    }
}
