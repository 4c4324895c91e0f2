using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>
/// One row about one person. Two rows may turn out to be one person; then both stay, and <see cref="KeptId"/> of the one points to the other.
/// Nothing is moved between rows, so that undoing a merge is exact.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PersonRecord
{
    public const int MaximumName = 80;

    public const string ReferencePrefix = "PER";

    public required Guid Id { get; init; }

    /// <summary>Its own id, or that of the row it was merged into.</summary>
    public required Guid KeptId { get; set; }

    /// <summary>What people call the record where no name may stand, as <c>PER-7F3K-2Q</c>.</summary>
    public required string Reference { get; init; }

    public required PersonKind Kind { get; set; }

    [FieldClass(FieldClass.Personal)]
    public required string GivenName { get; set; }

    [FieldClass(FieldClass.Personal)]
    public required string FamilyName { get; set; }

    /// <summary>What the person likes to be called, when it is not the given name.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? KnownAs { get; set; }

    [FieldClass(FieldClass.Personal)]
    public DateOnly? BornOn { get; set; }

    [FieldClass(FieldClass.Personal)]
    public DateOnly? DiedOn { get; set; }

    /// <summary>Plain, because the database must be able to ask whether anybody of the same name and birth date has died.</summary>
    public bool IsDead { get; set; }

    public byte[] NameIndex { get; set; } = [];

    public byte[]? BirthIndex { get; set; }

    public byte[]? NameBirthIndex { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public uint Version { get; init; }

    public string Given => string.IsNullOrEmpty(KnownAs) ? GivenName : KnownAs;

    /// <summary>What a bare search shows beside the reference and the year of birth.</summary>
    public string Initials => $"{Initial(GivenName)}{Initial(FamilyName)}";

    /// <summary>Names and birth date with their blind indexes: they change together or not at all.</summary>
    public void Name(string given, string family, string? knownAs, DateOnly? bornOn, PeopleIndexes indexes)
    {
        GivenName = given.Trim();
        FamilyName = family.Trim();
        KnownAs = string.IsNullOrWhiteSpace(knownAs) ? null : knownAs.Trim();
        BornOn = bornOn;
        NameIndex = indexes.Name(given, family);
        BirthIndex = bornOn is { } day ? indexes.Birth(day) : null;
        NameBirthIndex = bornOn is { } born ? indexes.NameBirth(given, family, born) : null;
    }

    private static string Initial(string name) => System.Globalization.StringInfo.GetNextTextElement(name).ToUpperInvariant();

    public static void Map(EntityTypeBuilder<PersonRecord> person)
    {
        person.ToTable("persons");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Version).IsRowVersion();
        person.Ignore(p => p.Given).Ignore(p => p.Initials);
        person.Property(p => p.Reference).HasMaxLength(20);
        person.HasIndex(p => p.Reference).IsUnique();
        person.HasIndex(p => p.KeptId);
        person.HasIndex(p => p.NameIndex);
        person.HasIndex(p => p.BirthIndex);
        person.HasIndex(p => p.NameBirthIndex);
    }
}
