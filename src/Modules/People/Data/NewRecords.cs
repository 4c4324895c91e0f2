using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.References;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>Makes a record of a person, whoever asks for it; the caller saves.</summary>
internal sealed class NewRecords(PeopleDbContext context, PeopleIndexes indexes, AuditTrail audit, TimeProvider clock)
{
    /// <param name="id">For a person who comes from somewhere else with an id; else null.</param>
    public async Task<Guid> AddAsync(PersonKind kind, string given, string family, string? knownAs, DateOnly? bornOn, Guid? id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var own = id ?? Guid.CreateVersion7(now);
        var person = new PersonRecord { Id = own, KeptId = own, Reference = await FreeReferenceAsync(cancellationToken), Kind = kind, GivenName = "", FamilyName = "", RecordedAt = now, ChangedAt = now };
        person.Name(given, family, knownAs, bornOn, indexes);
        context.Persons.Add(person);
        audit.Record(context, PeopleAudit.Recorded, PeopleAudit.Subject, own, personIds: [own]);
        return own;
    }

    private async Task<string> FreeReferenceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reference = References.New(PersonRecord.ReferencePrefix);
            if (!await context.Persons.AnyAsync(person => person.Reference == reference, cancellationToken))
            {
                return reference;
            }
        }
    }
}
