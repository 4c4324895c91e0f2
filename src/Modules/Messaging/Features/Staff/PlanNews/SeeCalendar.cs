using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.PlanNews;

internal sealed record SeeCalendar : IQuery<CalendarView>
{
    public Permission Permission => MessagingPermissions.PlanNews;
}

/// <param name="Clashes">Titles of others that reach the same people within a week.</param>
internal sealed record CalendarRow(CalendarEntry Entry, IReadOnlyList<string> Clashes);

internal sealed record CalendarView(IReadOnlyList<CalendarRow> Rows, IReadOnlyDictionary<NewsTopic, int> Subscribers);

internal sealed class SeeCalendarHandler(MessagingDbContext context, TimeProvider clock) : IRequestHandler<SeeCalendar, Outcome<CalendarView>>
{
    public async Task<Outcome<CalendarView>> Handle(SeeCalendar request, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddMonths(-1);
        var entries = await context.Calendar.AsNoTracking().Where(e => e.To >= since).OrderBy(e => e.From).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        var spans = entries.Select(e => new PlannedSpan(e.Id, e.Audience.ToString(), e.From, e.To)).ToList();
        return new CalendarView(
            [.. entries.Select(entry => new CalendarRow(entry, [.. Clashes.Of(entry.Id, spans).Select(id => entries.First(e => e.Id == id).Title)]))],
            await context.Subscriptions.Where(s => s.ConfirmedAt != null).GroupBy(s => s.Topic).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken));
    }
}
