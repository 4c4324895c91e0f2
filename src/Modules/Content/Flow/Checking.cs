using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>When a page was last read as a whole, and when it has to be again.</summary>
internal sealed class Checking(CheckReminders reminders, TimeProvider clock)
{
    /// <summary>Somebody has read all of it today and says that it is right; the caller saves.</summary>
    public async Task ConfirmAsync(Document document, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        document.LastCheckedOn = today;
        document.NextCheckOn = today.AddMonths(document.CheckMonths);
        await reminders.PlanAnewAsync(document, cancellationToken);
    }
}
