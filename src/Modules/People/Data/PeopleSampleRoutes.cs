using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>A live adult with a contact point and a relationship, and that relationship's child for the page that compares two.</summary>
internal sealed class PeopleSampleRoutes(PeopleDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> values = [];
        var sample = await (
            from relationship in context.Relationships
            join contact in context.Contacts on relationship.PersonId equals contact.PersonId
            where contact.Kind == ContactPointKind.Email
            orderby relationship.Id
            select new { relationship.PersonId, relationship.ChildId, RelationshipId = relationship.Id, ContactId = contact.Id }).FirstOrDefaultAsync(cancellationToken);
        if (sample is null)
        {
            return values;
        }

        Dictionary<string, string> ids = new()
        {
            ["id"] = sample.PersonId.ToString(),
            ["contactId"] = sample.ContactId.ToString(),
            ["relationshipId"] = sample.RelationshipId.ToString(),
            ["oneId"] = sample.PersonId.ToString(),
            ["otherId"] = sample.ChildId.ToString(),
        };
        foreach (var page in new[]
        {
            "", "/change", "/contacts/new", "/contacts/{contactId}", "/relationships/new", "/relationships/{relationshipId}", "/preferences", "/restrictions", "/death", "/data",
        })
        {
            values[$"staff/people/{{id}}{page}"] = ids;
        }

        values["staff/people/compare/{oneId}/{otherId}"] = ids;
        if (await context.Erasures.OrderBy(erasure => erasure.Id).Select(erasure => (Guid?)erasure.Id).FirstOrDefaultAsync(cancellationToken) is { } erasure)
        {
            values["staff/people/erasures/{erasureId}"] = new Dictionary<string, string> { ["erasureId"] = erasure.ToString() };
        }

        return values;
    }
}
