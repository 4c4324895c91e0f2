using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>How a person likes to be told. A language or a format says something about health or origin.</summary>
[FieldClass(FieldClass.Special)]
internal sealed class PreferencesRecord
{
    [FieldClass(FieldClass.Staff)]
    public required Guid PersonId { get; init; }

    public Channel? Channel { get; set; }

    public required string Language { get; set; }

    public required MessageFormat Format { get; set; }

    public TimeOnly? Earliest { get; set; }

    public TimeOnly? Latest { get; set; }

    public bool AnyDay { get; set; }

    public bool CallFirst { get; set; }

    [FieldClass(FieldClass.Staff)]
    public required DateTimeOffset ChangedAt { get; set; }

    [FieldClass(FieldClass.Staff)]
    public uint Version { get; init; }

    public Preferences AsPreferences(Guid personId) => new(personId, Channel, Language, Format, Earliest, Latest, AnyDay, CallFirst);

    public static void Map(EntityTypeBuilder<PreferencesRecord> preferences)
    {
        preferences.ToTable("preferences");
        preferences.HasKey(p => p.PersonId);
        preferences.Property(p => p.PersonId).ValueGeneratedNever();
        preferences.Property(p => p.Version).IsRowVersion();
        preferences.HasOne<PersonRecord>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
