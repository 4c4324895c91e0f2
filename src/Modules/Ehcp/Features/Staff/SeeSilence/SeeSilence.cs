using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeSilence;

/// <summary>Everybody who has heard nothing useful for ten days or more, the longest silence first. By reference: names stand on the record.</summary>
internal sealed record SeeSilence : IQuery<IReadOnlyList<SilentRow>>
{
    public Permission Permission => EhcpPermissions.List;
}

/// <param name="Alerts">The days on which it was seen.</param>
/// <param name="NobodyMayBeTold">There is no person on the record who may be told.</param>
internal sealed record SilentRow(Guid RecordId, string Reference, DateOnly Since, int DaysSilent, IReadOnlyList<int> Alerts, bool NobodyMayBeTold);

internal sealed class SeeSilenceHandler(EhcpDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<SeeSilence, Outcome<IReadOnlyList<SilentRow>>>
{
    private const int Most = 600;

    public async Task<Outcome<IReadOnlyList<SilentRow>>> Handle(SeeSilence request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var alerts = await (
            from alert in context.SilenceAlerts.AsNoTracking()
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.List) on alert.RecordId equals record.Id
            where alert.EndedAt == null
            orderby alert.Since, alert.RecordId, alert.Day
            select new { alert.RecordId, record.Reference, alert.PersonId, alert.Since, alert.Day }).Take(Most).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<SilentRow>>(
        [
            .. alerts.GroupBy(alert => (alert.RecordId, alert.Reference, alert.PersonId, alert.Since)).Select(group => new SilentRow(
                group.Key.RecordId, group.Key.Reference, group.Key.Since, today.DayNumber - group.Key.Since.DayNumber, [.. group.Select(alert => alert.Day)], group.Key.PersonId is null)),
        ]);
    }
}
