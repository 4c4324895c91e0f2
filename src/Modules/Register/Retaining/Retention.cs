using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Retaining;

/// <summary>Which entries have been kept for as long as the rules say. Looking changes nothing.</summary>
internal sealed class Retention(RegisterReader reader, TimeProvider clock)
{
    public async Task<IReadOnlyList<RegisterEntry>> DueAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var candidates = await reader.For(PublicTask.LifeCycle).Where(entry => entry.ErasedOn == null && entry.State != EntryState.Received && entry.State != EntryState.Live)
            .OrderBy(entry => entry.Reference).ToListAsync(cancellationToken);
        return
        [
            .. candidates.Where(entry =>
                RetentionRules.DueOn(entry.State, entry.ErasedOn, entry.EndedOn, UkTime.DateIn(entry.ReceivedAt), YearlyCheck.FirstAsking(entry)) is { } due && due <= today),
        ];
    }
}
