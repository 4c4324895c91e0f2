using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.RegisterWork;

/// <summary>Applications in My work: to be acknowledged in 2 working days, and live in 10.</summary>
internal sealed class RegisterWork(RegisterReader reader, TimeProvider clock) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(RegisterPermissions.Keep))
        {
            return [];
        }

        var today = clock.Today();
        var waiting = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().Where(entry => entry.State == EntryState.Received)
            .OrderBy(entry => entry.AcknowledgedOn == null ? entry.AcknowledgeBy : entry.LiveBy).ThenBy(entry => entry.Id).Take(Most)
            .Select(entry => new { entry.Id, entry.Reference, entry.AcknowledgedOn, entry.AcknowledgeBy, entry.LiveBy }).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(entry => (Entry: entry, Due: entry.AcknowledgedOn is null ? entry.AcknowledgeBy : entry.LiveBy)).Select(one => new WorkItem(
                one.Due < today ? "Register, late" : "Register", one.Entry.Reference,
                one.Entry.AcknowledgedOn is null ? "Tell the family that we have their form." : "Check who decides and whether we know the child, then put it live.",
                one.Due, $"/staff/register/{one.Entry.Id}", "Open it", "i-clock")),
        ];
    }
}
