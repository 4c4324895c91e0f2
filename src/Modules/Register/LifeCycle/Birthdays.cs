using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>
/// At 15½ the young person is asked for their own word; at 16 and 18 they and the family hear what has ended; at 25 the entry ends (send-law §4.3). What
/// counts on a birthday counts by itself: <see cref="ConsentRules"/> reads the date. Here people are only told.
/// </summary>
internal sealed class Birthdays(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Ending ending, Recalls recalls, Occurrences occurrences, IPeople people, IMessages messages, AuditTrail audit, TimeProvider clock)
    : IOccurrenceHandler
{
    private const string Half = "15.5";
    private const string Sixteen = "16";
    private const string Eighteen = "18";
    private const string TwentyFive = "25";

    public static string Kind => "register.entry-birthday";

    /// <summary>Those that are still to come.</summary>
    public async Task PlanAsync(RegisterEntry entry, DateOnly born, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var today = clock.Today();
        foreach (var (key, day) in new[]
        {
            (Half, RegisterAges.FifteenAndAHalf(born)), (Sixteen, RegisterAges.Sixteenth(born)), (Eighteen, RegisterAges.Eighteenth(born)), (TwentyFive, RegisterAges.TwentyFifth(born)),
        })
        {
            if (day > today)
            {
                await occurrences.PlanAsync(context, Kind, entry.Id, key, UkTime.StartOf(day), cancellationToken);
            }
        }
    }

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        await context.LockEntryAsync(occurrence.Subject, cancellationToken);
        var entry = await reader.For(PublicTask.LifeCycle).SingleOrDefaultAsync(one => one.Id == occurrence.Subject, cancellationToken);

        // An entry that has lapsed has a birthday too: what was given under a yes that ends today is called back.
        if (entry is not { IsStanding: true } || (await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId) is not { DiedOn: null })
        {
            return;
        }

        if (occurrence.Key == TwentyFive)
        {
            await ending.EndAsync(entry, EntryState.Left, "Turned 25", cancellationToken);
            return;
        }

        // What ended with the birthday has ended for those too who were given something under it.
        await recalls.LookAsync(entry, cancellationToken);
        var told = await viewers.AskedAsync(entry.ChildId, cancellationToken);
        foreach (var to in told)
        {
            await messages.RequestAsync(entry.Update($"birthday {occurrence.Key} {to}", Words(occurrence.Key), to), cancellationToken);
        }

        audit.Record(context, RegisterAudit.Asked, RegisterEntry.Subject, entry.Id, personIds: [.. told.Append(entry.ChildId).Distinct()]);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static string Words(string key) => key switch
    {
        Half => "From 16 on, the young person says yes or no for themselves. They can do it now, on their own page.",
        Sixteen => "The young person is 16. What a parent said yes to has ended. It goes on when the young person says yes.",
        _ => "The young person is 18. What a parent said yes to has ended. It goes on when the young person says yes.",
    };
}
