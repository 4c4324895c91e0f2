using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

internal sealed class PeopleAnswers(PeopleDbContext context, PeopleReader reader, TimeProvider clock) : IPeople
{
    public async Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).ToDictionary(
            asked => asked.Key,
            asked => new Person(
                asked.Value[0].KeptId, asked.Value[0].Kind,
                asked.Value.Select(row => row.BornOn).FirstOrDefault(day => day is not null),
                asked.Value.Select(row => row.DiedOn).FirstOrDefault(day => day is not null)));

    public async Task<IReadOnlyList<Guid>> RecordsOfAsync(Guid personId, CancellationToken cancellationToken) =>
        await context.RowsOfAsync(personId, cancellationToken) is { Count: > 0 } rows ? rows : [personId];

    public async Task<Guid?> ByReferenceAsync(string? typed, CancellationToken cancellationToken)
    {
        var reference = References.Read(PersonRecord.ReferencePrefix, typed);
        var id = Guid.TryParse(typed, out var written) ? written : Guid.Empty;
        return await context.Persons.Where(person => person.Reference == reference || person.Id == id).Select(person => (Guid?)person.KeptId).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, PersonName>> NamesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).ToDictionary(
            asked => asked.Key, asked => new PersonName(asked.Value[0].KeptId, asked.Value[0].Given, asked.Value[0].FamilyName));

    public async Task<IReadOnlyList<Relationship>> AroundAsync(Guid childId, CancellationToken cancellationToken)
    {
        var child = context.Persons.Where(person => person.Id == childId).Select(person => person.KeptId);
        var found = await (
            from relationship in context.Relationships.AsNoTracking()
            join row in context.Persons on relationship.ChildId equals row.Id
            join adult in context.Persons on relationship.PersonId equals adult.Id
            where child.Contains(row.KeptId)
            orderby relationship.Id
            select new { relationship, Adult = adult.KeptId, Child = row.KeptId }).ToListAsync(cancellationToken);
        return [.. found.Select(pair => pair.relationship.AsRelationship(id => id == pair.relationship.PersonId ? pair.Adult : pair.Child))];
    }

    public async Task<IReadOnlyList<Guid>> ChildrenOfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var kept = context.Persons.Where(person => person.Id == personId).Select(person => person.KeptId);
        return await (
            from relationship in context.Relationships
            join adult in context.Persons on relationship.PersonId equals adult.Id
            join child in context.Persons on relationship.ChildId equals child.Id
            where kept.Contains(adult.KeptId)
            select child.KeptId).Distinct().ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<HeldReason>> HeldFromAsync(Guid personId, Guid childId, CancellationToken cancellationToken)
    {
        var found = await reader.ReadAsync([personId, childId], cancellationToken);
        if (!found.TryGetValue(personId, out var person) || !found.TryGetValue(childId, out var child))
        {
            return [HeldReason.Unknown];
        }

        var (own, theirs) = (person.Ids.ToList(), child.Ids.ToList());
        var relationships = await context.Relationships.AsNoTracking()
            .Where(relationship => own.Contains(relationship.PersonId) && theirs.Contains(relationship.ChildId)).ToListAsync(cancellationToken);
        return [.. ReachRules.AboutRecipient(person).Concat(ReachRules.BetweenThem(person, child, relationships, clock.Today())).Distinct()];
    }

    public async Task<IReadOnlyDictionary<Guid, Preferences>> PreferencesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(personIds, cancellationToken);
        var all = rows.Values.SelectMany(own => own).Select(row => row.Id).Distinct().ToList();
        var said = await context.Preferences.AsNoTracking().Where(preferences => all.Contains(preferences.PersonId)).ToDictionaryAsync(p => p.PersonId, cancellationToken);
        return rows.ToDictionary(
            asked => asked.Key,
            asked => asked.Value.Where(row => said.ContainsKey(row.Id)).Select(row => said[row.Id])
                .FirstOrDefault()?.AsPreferences(asked.Value[0].KeptId) ?? Preferences.Usual(asked.Value[0].KeptId));
    }

    /// <summary>All rows of each person, the kept one first.</summary>
    private async Task<Dictionary<Guid, List<PersonRecord>>> RowsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var kept = context.Persons.Where(person => personIds.Contains(person.Id)).Select(person => person.KeptId);
        var rows = await context.Persons.AsNoTracking().Where(person => kept.Contains(person.KeptId)).ToListAsync(cancellationToken);
        var byPerson = rows.GroupBy(row => row.KeptId).ToDictionary(own => own.Key, own => own.OrderByDescending(row => row.Id == own.Key).ThenBy(row => row.Id).ToList());
        return rows.Where(row => personIds.Contains(row.Id)).ToDictionary(row => row.Id, row => byPerson[row.KeptId]);
    }
}

/// <summary>
/// In which scopes a person stands: the record's own, and those that other modules know, as the caseload of a child's case. An adult stands in
/// the caseloads and teams of the children to whom they are something: whoever works with the child works with them.
/// </summary>
internal sealed class PersonScope(PeopleDbContext context, IEnumerable<IPersonScopes> others) : IScope
{
    public string SubjectKind => PeopleAudit.Subject;

    public async Task<IReadOnlyList<Scope>?> OfAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var kept = context.Persons.Where(person => person.Id == subjectId).Select(person => person.KeptId);
        var own = await context.Persons.Where(person => kept.Contains(person.KeptId)).Select(person => person.Id).ToListAsync(cancellationToken);
        if (own.Count == 0)
        {
            return null;
        }

        List<Guid> around =
        [
            .. own,
            .. await (
                from relationship in context.Relationships
                join child in context.Persons on relationship.ChildId equals child.Id
                join row in context.Persons on child.KeptId equals row.KeptId
                where own.Contains(relationship.PersonId)
                select row.Id).Distinct().ToListAsync(cancellationToken),
        ];
        List<Scope> scopes = [.. own.Select(id => Scope.Of(ScopeKind.Person, id))];
        foreach (var other in others)
        {
            scopes.AddRange((await other.OfAsync(around, cancellationToken)).SelectMany(theirs => theirs));
        }

        return scopes;
    }
}

internal static class PersonScopes
{
    /// <returns>The scopes that a person stands in; empty for nobody.</returns>
    public static async Task<IReadOnlyList<Scope>> OfPersonAsync(this IEnumerable<IScope> scopes, Guid personId, CancellationToken cancellationToken) =>
        await scopes.Single(scope => scope.SubjectKind == PeopleAudit.Subject).OfAsync(personId, cancellationToken) ?? [];
}
