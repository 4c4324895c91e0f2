using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Calls to one person since a no was decided, as they were written down. Without them the no does not leave.</summary>
internal sealed class CallsBefore(EhcpDbContext context, IPeople people)
{
    /// <summary>A family that cannot be reached by phone still has its letter in the time that the law sets.</summary>
    private const int DaysToTry = 2;

    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<FamilyCall>> SinceAsync(Touchpoint notice, Happening decision, CancellationToken cancellationToken)
    {
        // Two rows of People may have turned out to be one person since.
        var ids = await people.RecordsOfAsync(notice.PersonId, cancellationToken);
        var calls = await context.Calls.AsNoTracking().Where(call => call.RecordId == notice.RecordId && ids.Contains(call.PersonId)).OrderBy(call => call.CalledAt).ToListAsync(cancellationToken);
        return [.. calls.Where(call => UkTime.DateIn(call.CalledAt) >= decision.On)];
    }

    public static bool AreEnough(IReadOnlyList<FamilyCall> calls) =>
        calls.Any(call => call.Outcome == CallOutcome.Spoken) || calls.Select(call => UkTime.DateIn(call.CalledAt)).Distinct().Count() >= DaysToTry;
}
