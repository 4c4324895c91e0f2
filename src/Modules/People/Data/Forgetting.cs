using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Erasure;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Data;

/// <summary>Writes each record of somebody who is erased into the ledger of erasures, with a fingerprint by which they are known when an old list is loaded.</summary>
internal sealed class Forgetting(PeopleDbContext context, PeopleIndexes indexes, ErasureLedger ledger) : IErased
{
    /// <summary>Before the erasing, while the record still says who it is.</summary>
    public async Task NoteAsync(Guid keptId, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(keptId, cancellationToken);
        var prints = await context.Persons.Where(person => rows.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.NameBirthIndex, cancellationToken);
        foreach (var row in rows)
        {
            await ledger.RecordAsync(row, prints.GetValueOrDefault(row), cancellationToken);
        }
    }

    public Task<bool> WasErasedAsync(string given, string family, DateOnly bornOn, CancellationToken cancellationToken) =>
        ledger.HoldsAsync(indexes.NameBirth(given, family, bornOn), cancellationToken);
}
