using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>A contact point of either table, as the rules see it.</summary>
internal sealed record KnownContact(
    Guid Id, Guid? PersonId, ContactPointKind Kind, string Value, ContactState State, bool IsSafe, bool IsHidden, DateTimeOffset ChangedAt, byte[]? Index)
{
    public bool IsUsable => IsSafe && State == ContactState.Verified;

    public static KnownContact Of(ContactRecord contact) => new(
        contact.Id, contact.PersonId, contact.Kind, contact.Value, contact.State, contact.IsSafe, IsHidden: false, contact.ChangedAt, contact.ValueIndex);

    public static KnownContact Of(HiddenContact contact) => new(
        contact.Id, contact.PersonId, contact.Kind, contact.Value, contact.State, contact.IsSafe, IsHidden: true, contact.ChangedAt, contact.ValueIndex);
}

/// <summary>One person with all rows that were found to be theirs.</summary>
internal sealed class Someone
{
    public required Guid KeptId { get; init; }

    /// <summary>The kept row first.</summary>
    public required IReadOnlyList<PersonRecord> Rows { get; init; }

    public required IReadOnlyList<KnownContact> Contacts { get; init; }

    /// <summary>Those that protect this person, and hold today.</summary>
    public required IReadOnlyList<RestrictionRecord> Protecting { get; init; }

    /// <summary>Another row of the same marks has died or is restricted, and nobody has compared the two.</summary>
    public required bool IsBeingChecked { get; init; }

    public IEnumerable<Guid> Ids => Rows.Select(row => row.Id);

    public PersonRecord Kept => Rows[0];

    public bool IsDead => Rows.Any(row => row.IsDead);

    public bool Is(Guid? personId) => personId is { } id && Rows.Any(row => row.Id == id);

    public IReadOnlyList<RestrictionKind> HidingReasons => [.. Protecting.Select(restriction => restriction.Kind).Where(kind => kind.HidesAddress()).Distinct()];

    /// <returns>Null when nobody knows the birth date.</returns>
    public int? AgeOn(DateOnly day) => Rows.Select(row => row.BornOn).FirstOrDefault(born => born is not null) is { } birth
        ? day.Year - birth.Year - (birth.AddYears(day.Year - birth.Year) > day ? 1 : 0)
        : null;
}
