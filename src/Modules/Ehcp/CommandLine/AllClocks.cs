using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.CommandLine;

/// <summary>
/// Works the clock of every open record out again and keeps the next date. Pages work their dates out each time; the kept one, by which lists are sorted,
/// follows its record's events alone, and not bank holidays that were loaded, or a birth date that was put right, since.
/// </summary>
internal sealed class AllClocks(EhcpDbContext context, RecordReader reader, IPeople people)
{
    private const int AtOnce = 500;

    /// <returns>How many records there were, and how many have another next date now.</returns>
    public async Task<(int Records, int Changed)> WorkOutAsync(CancellationToken cancellationToken)
    {
        var (count, changed, last) = (0, 0, Guid.Empty);
        while (true)
        {
            var records = await context.Records.Where(record => !record.IsOver && record.Id > last).OrderBy(record => record.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (records.Count == 0)
            {
                return (count, changed);
            }

            var ids = records.ConvertAll(record => record.Id);
            var events = (await context.Events.AsNoTracking().Where(one => ids.Contains(one.RecordId)).OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt).ToListAsync(cancellationToken))
                .ToLookup(one => one.RecordId);
            var children = await people.FindAsync(records.ConvertAll(record => record.ChildId), cancellationToken);
            foreach (var record in records)
            {
                reader.Follow(record, [.. events[record.Id]], children.GetValueOrDefault(record.ChildId));
            }

            changed += context.ChangeTracker.Entries<EhcRecord>().Count(entry => entry.State == EntityState.Modified);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
            (count, last) = (count + records.Count, ids[^1]);
        }
    }
}
