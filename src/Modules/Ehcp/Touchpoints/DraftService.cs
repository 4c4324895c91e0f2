using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// A final plan, or a changed one, leaves when the family has answered, or when each of them has had fifteen days beginning with the day on which it was
/// served on them (SEND Regulations 2014, regs 13(1)(a) and 22(2)(c)). What came back was not served.
/// </summary>
internal sealed class DraftService(EhcpDbContext context, Recipients recipients)
{
    public const string DraftNotice = "NA-15";
    public const string ChangesNotice = "AR-04";

    private const int Days = 15;

    /// <summary>What is written down later than this was served before anybody could release it here.</summary>
    private const int FreshDays = 14;

    /// <summary>An order of the Tribunal sets its own limit, and there are no proposed changes to answer.</summary>
    private static readonly EventKind[] Orders =
        [EventKind.OrderToAmend, EventKind.OrderToChangePlacement, EventKind.UnopposedAmendment, EventKind.UnopposedPlacement];

    /// <param name="kind">What is to leave; anything but a final plan is no problem.</param>
    /// <returns>Why it cannot leave on this day, in words; null when it can.</returns>
    public async Task<string?> ProblemAsync(EventKind kind, DateOnly on, IReadOnlyList<Happening> happened, CancellationToken cancellationToken)
    {
        if (kind is not (EventKind.FinalSent or EventKind.AmendedFinalSent))
        {
            return null;
        }

        var (served, answered, code) = kind == EventKind.FinalSent
            ? (EventKind.DraftServed, EventKind.DraftAnswered, DraftNotice)
            : (EventKind.AmendmentServed, EventKind.AmendmentAnswered, ChangesNotice);
        if (happened.LastOrDefault(one => one.Kind == served || one.Kind == answered || Orders.Contains(one.Kind)) is not { } sent || sent.Kind != served)
        {
            return null;
        }

        var since = sent.On;
        if (sent.On >= UkTime.DateIn(sent.RecordedAt).AddDays(-FreshDays))
        {
            var notices = await StandingAsync(sent.Id, code, cancellationToken);
            if (notices.Exists(notice => notice.State == TouchpointState.NotMade))
            {
                return "The draft came back from somebody, so it was not served on them. Release it to them again, or take the sending back and send it anew";
            }

            if (notices.Count > 0 && !notices.Exists(notice => notice.State == TouchpointState.Made))
            {
                return "Nobody has the draft yet, as far as we know. Release it to the family first, or record their answer";
            }

            if (notices.Exists(notice => notice.State != TouchpointState.Made))
            {
                return "Somebody who has a say does not have the draft yet, as far as we know. Release it to them first, or record the family's answer";
            }

            since = notices.Where(notice => notice.SettledAt is not null).Select(notice => UkTime.DateIn(notice.SettledAt!.Value)).Append(sent.On).Max();
        }

        var first = since.AddDays(Days);
        return on < first
            ? $"The family has until {first.AddDays(-1).Long()} to answer the draft. The final plan can leave on {first.Long()}, or when they have answered: record that first"
            : null;
    }

    /// <summary>Of those who may be told and were not taken off the list: nobody waits for whoever is barred.</summary>
    private async Task<List<Touchpoint>> StandingAsync(Guid sentId, string code, CancellationToken cancellationToken)
    {
        var record = await context.Records.AsNoTracking().SingleAsync(record => context.Events.Any(sent => sent.Id == sentId && sent.RecordId == record.Id), cancellationToken);
        List<Touchpoint> standing = [];
        foreach (var notice in await context.Touchpoints.AsNoTracking().Where(one => one.EventId == sentId && one.Code == code && one.State != TouchpointState.Cancelled).ToListAsync(cancellationToken))
        {
            if (notice.State == TouchpointState.Made || await recipients.MayBeToldAsync(notice, record, cancellationToken))
            {
                standing.Add(notice);
            }
        }

        return standing;
    }
}
