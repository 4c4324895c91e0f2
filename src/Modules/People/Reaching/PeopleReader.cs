using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>Reads people with everything that decides whether they may be told, in a few queries whatever their number.</summary>
internal sealed class PeopleReader(PeopleDbContext context, TimeProvider clock)
{
    /// <returns>By every id of every row that belongs to one of them.</returns>
    public async Task<IReadOnlyDictionary<Guid, Someone>> ReadAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        if (personIds.Count == 0)
        {
            return new Dictionary<Guid, Someone>();
        }

        var kept = context.Persons.Where(person => personIds.Contains(person.Id)).Select(person => person.KeptId);
        var rows = await context.Persons.AsNoTracking().Where(person => kept.Contains(person.KeptId)).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var contacts = await context.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.PersonId!.Value)).ToListAsync(cancellationToken);
        var today = clock.Today();
        var restrictions = (await context.Restrictions.AsNoTracking()
            .Where(restriction => ids.Contains(restriction.PersonId) && restriction.EndedAt == null)
            .ToListAsync(cancellationToken)).Where(restriction => restriction.HoldsOn(today)).ToList();
        var hidden = restrictions.Count == 0
            ? []
            : await context.HiddenContacts.AsNoTracking().Where(contact => ids.Contains(contact.PersonId)).ToListAsync(cancellationToken);
        var waiting = (await Unchecked(ids).Select(pair => pair.RowId).Distinct().ToListAsync(cancellationToken)).ToHashSet();

        Dictionary<Guid, Someone> found = [];
        foreach (var group in rows.GroupBy(row => row.KeptId))
        {
            var own = group.OrderByDescending(row => row.Id == group.Key).ToList();
            var mine = own.Select(row => row.Id).ToHashSet();
            var someone = new Someone
            {
                KeptId = group.Key,
                Rows = own,
                Contacts =
                [
                    .. contacts.Where(contact => mine.Contains(contact.PersonId!.Value)).Select(KnownContact.Of),
                    .. hidden.Where(contact => mine.Contains(contact.PersonId)).Select(KnownContact.Of),
                ],
                Protecting = [.. restrictions.Where(restriction => mine.Contains(restriction.PersonId))],
                IsBeingChecked = mine.Overlaps(waiting),
            };
            own.ForEach(row => found[row.Id] = someone);
        }

        return found;
    }

    /// <summary>
    /// Pairs of rows that share a mark, where the other row has died or is restricted and nobody has found them to be two people. Worked out
    /// from the rows each time: a queue of its own could miss one.
    /// </summary>
    /// <param name="rowIds">Only pairs with one of these; null for all.</param>
    public IQueryable<UncheckedPair> Unchecked(List<Guid>? rowIds) =>
        from mark in context.Marks
        join same in context.Marks on mark.Value equals same.Value
        join row in context.Persons on mark.PersonId equals row.Id
        join other in context.Persons on same.PersonId equals other.Id
        where (rowIds == null || rowIds.Contains(mark.PersonId))
            && row.KeptId != other.KeptId
            && (other.IsDead || context.Restrictions.Any(restriction =>
                restriction.EndedAt == null && (restriction.PersonId == other.Id || restriction.AgainstId == other.Id)))
            && !context.DifferentPeople.Any(different =>
                (different.FirstId == row.Id && different.SecondId == other.Id) || (different.FirstId == other.Id && different.SecondId == row.Id))
        select new UncheckedPair { RowId = row.Id, OtherId = other.Id, Row = row.Reference, Other = other.Reference };
}

/// <summary>Everything to the first is held until somebody has compared the two.</summary>
internal sealed class UncheckedPair
{
    public required Guid RowId { get; init; }

    public required Guid OtherId { get; init; }

    /// <summary>Reference of the row.</summary>
    public required string Row { get; init; }

    public required string Other { get; init; }
}
