using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Register.Reading;

internal static class KeptRecords
{
    /// <returns>The record that People keeps for this person; the asked one for somebody unknown.</returns>
    public static async Task<Guid> KeptAsync(this IPeople people, Guid personId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        return (await people.FindAsync([personId], cancellationToken)).GetValueOrDefault(personId)?.Id ?? personId;
    }
}
