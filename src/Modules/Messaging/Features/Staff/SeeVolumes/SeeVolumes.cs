using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.SeeVolumes;

/// <summary>How many messages left in each of the last twelve months, and what they cost.</summary>
internal sealed record SeeVolumes : IQuery<VolumesView>
{
    public Permission Permission => MessagingPermissions.ReadVolumes;
}

/// <param name="Month">Its first day.</param>
/// <param name="Pence">Null while a price that is needed is not set.</param>
internal sealed record VolumeRow(DateOnly Month, MessageChannel Channel, int Left, int Arrived, int Failed, int Segments, decimal? Pence);

internal sealed record VolumesView(IReadOnlyList<VolumeRow> Rows, DateTimeOffset AsAt);

internal sealed class SeeVolumesHandler(MessagingDbContext context, Settings settings, TimeProvider clock) : IRequestHandler<SeeVolumes, Outcome<VolumesView>>
{
    private static readonly MessageState[] Arrived = [MessageState.Delivered, MessageState.Posted, MessageState.Made];
    private static readonly MessageState[] Failed = [MessageState.Failed, MessageState.Returned, MessageState.NotMade];

    public async Task<Outcome<VolumesView>> Handle(SeeVolumes request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = UkTime.StartOf(FirstOfMonth(UkTime.DateIn(now)).AddMonths(-11));

        // By day in UTC in the database, and by month in London here: a night of difference, and no time zone in SQL.
        var days = await context.Messages.AsNoTracking().Where(m => m.SentAt >= since)
            .GroupBy(m => new { m.SentAt!.Value.Date, m.Channel })
            .Select(g => new
            {
                g.Key.Date,
                g.Key.Channel,
                Left = g.Count(),
                Arrived = g.Count(m => Arrived.Contains(m.State)),
                Failed = g.Count(m => Failed.Contains(m.State)),
                Segments = g.Sum(m => m.Segments),
                Posted = g.Count(m => m.State == MessageState.Posted || m.State == MessageState.Returned),
            })
            .ToListAsync(cancellationToken);
        var (sms, letter) = (settings.Get(MessagingSettings.SmsPence), settings.Get(MessagingSettings.LetterPence));
        return new VolumesView(
            [
                .. days.GroupBy(day => (Month: FirstOfMonth(DateOnly.FromDateTime(day.Date)), day.Channel))
                    .OrderByDescending(group => group.Key.Month).ThenBy(group => group.Key.Channel)
                    .Select(group => new VolumeRow(
                        group.Key.Month, group.Key.Channel, group.Sum(d => d.Left), group.Sum(d => d.Arrived), group.Sum(d => d.Failed), group.Sum(d => d.Segments),
                        group.Key.Channel switch
                        {
                            MessageChannel.Sms => sms * group.Sum(d => d.Segments),
                            MessageChannel.Letter => letter * group.Sum(d => d.Posted),
                            _ => 0,
                        })),
            ],
            now);
    }

    private static DateOnly FirstOfMonth(DateOnly date) => new(date.Year, date.Month, 1);
}
