using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.FindPerson;

/// <summary>Finds people by exactly what is known, all of it together; part of a name finds nobody.</summary>
internal sealed record FindPeople(string Reference, string GivenName, string FamilyName, DateOnly? BornOn, string Contact) : IQuery<FoundPeople>, IReadsPeople
{
    public Permission Permission => PeoplePermissions.Find;

    public AuditEvent Event => PeopleAudit.Found;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => "Looking for a person";
}

/// <param name="HasMore">There are more than are shown: say more of what is known.</param>
internal sealed record FoundPeople(IReadOnlyList<FoundPerson> People, bool HasMore) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [.. People.Select(person => person.Id)];
}

/// <summary>All that a bare search may show (back-office S2).</summary>
internal sealed record FoundPerson(Guid Id, string Reference, PersonKind Kind, int? BirthYear, string Initials);

internal sealed class FindPeopleHandler(PeopleDbContext context, PeopleIndexes indexes) : IRequestHandler<FindPeople, Outcome<FoundPeople>>
{
    private const int Most = 25;

    public async Task<Outcome<FoundPeople>> Handle(FindPeople request, CancellationToken cancellationToken)
    {
        var found = context.Persons.AsNoTracking();
        if (request.Reference.Trim().Length > 0)
        {
            if (References.Read(PersonRecord.ReferencePrefix, request.Reference) is not { } reference)
            {
                return Outcome.Invalid(nameof(request.Reference), "That is no reference of a person. One looks like PER-7F3K-2Q: read it once more");
            }

            found = found.Where(person => person.Reference == reference);
        }

        var (given, family) = (request.GivenName.Trim(), request.FamilyName.Trim());
        if ((given.Length > 0) != (family.Length > 0))
        {
            return Outcome.Invalid(given.Length > 0 ? nameof(request.FamilyName) : nameof(request.GivenName), "Write both names, or none");
        }

        if (given.Length > 0)
        {
            var name = indexes.Name(given, family);
            found = found.Where(person => person.NameIndex == name);
        }

        if (request.BornOn is { } born)
        {
            var birth = indexes.Birth(born);
            found = found.Where(person => person.BirthIndex == birth);
        }

        if (request.Contact.Trim() is { Length: > 0 } typed)
        {
            var kind = typed.Contains('@', StringComparison.Ordinal) ? ContactPointKind.Email : ContactPointKind.Phone;
            var text = ContactText.Read(kind, typed);
            if (text.Problem is { } problem)
            {
                return Outcome.Invalid(nameof(request.Contact), problem);
            }

            // Hidden ones are looked through too: the answer tells nothing of the address, and else a second record would be made.
            var index = indexes.Contact(kind, text.Value);
            found = found.Where(person =>
                context.Contacts.Any(contact => contact.PersonId == person.Id && contact.Kind == kind && contact.ValueIndex == index)
                || context.HiddenContacts.Any(contact => contact.PersonId == person.Id && contact.Kind == kind && contact.ValueIndex == index));
        }
        else if (given.Length == 0 && request.BornOn is null && request.Reference.Trim().Length == 0)
        {
            return Outcome.Invalid(nameof(request.Reference), "Write a reference, both names, a birth date, an e-mail address or a phone number");
        }

        var rows = await found.OrderBy(person => person.Id).Take(Most + 1).ToListAsync(cancellationToken);
        return new FoundPeople(
            [.. rows.Take(Most).Select(row => new FoundPerson(row.KeptId, row.Reference, row.Kind, row.BornOn?.Year, row.Initials)).DistinctBy(person => person.Id)], rows.Count > Most);
    }
}
