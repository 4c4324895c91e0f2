using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>Whether a person's address is hidden today: then only the duty and safety lead sees or changes a way to reach them.</summary>
internal static class Hiding
{
    public const string AskTheDutyManager = "Restricted: ask the duty manager";

    public static async Task<bool> HidesAddressAsync(this PeopleDbContext context, Guid personId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var kept = context.Persons.Where(person => person.Id == personId).Select(person => person.KeptId);
        var restrictions = await (
            from restriction in context.Restrictions.AsNoTracking()
            join row in context.Persons on restriction.PersonId equals row.Id
            where kept.Contains(row.KeptId) && restriction.EndedAt == null
            select restriction).ToListAsync(cancellationToken);
        return restrictions.Any(restriction => restriction.Kind.HidesAddress() && restriction.HoldsOn(today));
    }
}

/// <summary>One person may have several rows after a merge.</summary>
internal static class Rows
{
    public static Task<List<Guid>> RowsOfAsync(this PeopleDbContext context, Guid personId, CancellationToken cancellationToken)
    {
        var kept = context.Persons.Where(person => person.Id == personId).Select(person => person.KeptId);
        return context.Persons.Where(person => kept.Contains(person.KeptId)).Select(person => person.Id).ToListAsync(cancellationToken);
    }
}
