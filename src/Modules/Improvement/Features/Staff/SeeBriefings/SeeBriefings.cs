using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeBriefings;

/// <summary>Briefings of professionals, and the terms that have none.</summary>
internal sealed record SeeBriefings : IQuery<BriefingsView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Missing">Terms that ended since the plan was loaded, without a briefing; the latest first.</param>
internal sealed record BriefingsView(IReadOnlyList<BriefingView> Briefings, IReadOnlyList<SchoolTerm> Missing);

internal sealed record BriefingView(Briefing Briefing, IReadOnlyList<BriefingAttendance> Attendance);

internal sealed class SeeBriefingsHandler(ImprovementDbContext context, SchoolTerms terms, TimeProvider clock) : IRequestHandler<SeeBriefings, Outcome<BriefingsView>>
{
    /// <summary>More than ten years of them.</summary>
    private const int Most = 100;

    public async Task<Outcome<BriefingsView>> Handle(SeeBriefings request, CancellationToken cancellationToken)
    {
        var briefings = await context.Briefings.AsNoTracking().OrderByDescending(one => one.HeldOn).ThenBy(one => one.Id).Take(Most).ToListAsync(cancellationToken);
        var attendance = (await context.BriefingAttendance.AsNoTracking().OrderBy(one => one.Agency).ToListAsync(cancellationToken)).ToLookup(one => one.BriefingId);
        var loaded = await context.Plans.OrderBy(plan => plan.LoadedAt).Select(plan => (DateTimeOffset?)plan.LoadedAt).FirstOrDefaultAsync(cancellationToken);
        var since = loaded is { } at ? UkTime.DateIn(at) : clock.Today();
        return new BriefingsView(
            [.. briefings.Select(one => new BriefingView(one, [.. attendance[one.Id]]))],
            [
                .. terms.All.Where(term => term.LastDay >= since && term.LastDay < clock.Today() && !briefings.Exists(one => one.HeldOn >= term.FirstDay && one.HeldOn <= term.LastDay))
                    .OrderByDescending(term => term.LastDay),
            ]);
    }
}
