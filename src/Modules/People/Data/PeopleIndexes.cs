using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.People.Data;

/// <summary>The blind indexes of this module, made the same way on writing and on searching.</summary>
internal sealed class PeopleIndexes(IBlindIndex blind)
{
    public byte[] Name(string given, string family) => blind.Of("people.name", FullName(given, family));

    public byte[] Birth(DateOnly day) => blind.Of("people.birth", $"{day:O}");

    public byte[] NameBirth(string given, string family, DateOnly day) => blind.Of("people.name-birth", $"{day:O} {FullName(given, family)}");

    /// <param name="value">As <see cref="ContactText"/> writes it.</param>
    public byte[] Contact(ContactPointKind kind, string value) => kind switch
    {
        ContactPointKind.Email => blind.Of("people.email", Normalised.Email(value)),
        ContactPointKind.Phone => blind.Of("people.phone", Normalised.Phone(value)),
        _ => blind.Of("people.address", PostalAddress.Plain(value)),
    };

    private static string FullName(string given, string family) => Normalised.Text($"{given} {family}");
}
