using MediatR;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeAudits;

/// <summary>Samples so far, whether the duties that come back were kept, and what agencies still have to report.</summary>
internal sealed record SeeAudits : IQuery<AuditsView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Journeys">Action 4.3.</param>
/// <param name="Quotas">Action 3.7.</param>
/// <param name="Right">For whom whoever reads it may report back.</param>
internal sealed record AuditsView(IReadOnlyList<DrawRow> Draws, IReadOnlyList<QuotaPeriod> Journeys, IReadOnlyList<QuotaPeriod> Quotas, IReadOnlyList<OpenFinding> Open, ReportRight Right);

internal sealed record DrawRow(AuditDraw Draw, int Size, int Finished);

internal sealed record OpenFinding(AuditFinding Finding, AuditKind Kind);

internal sealed class SeeAuditsHandler(ImprovementDbContext context, AuditCounts counts, AgencyReader agencies) : IRequestHandler<SeeAudits, Outcome<AuditsView>>
{
    public async Task<Outcome<AuditsView>> Handle(SeeAudits request, CancellationToken cancellationToken)
    {
        var draws = await context.AuditDraws.AsNoTracking().OrderByDescending(draw => draw.Until).ThenBy(draw => draw.Kind).ToListAsync(cancellationToken);
        var sizes = await (
            from item in context.AuditItems
            join result in context.AuditResults on item.Id equals result.ItemId into results
            from result in results.DefaultIfEmpty()
            group (Guid?)result.Id by item.DrawId into draw
            select new { draw.Key, Size = draw.Count(), Finished = draw.Count(id => id != null) }).ToDictionaryAsync(draw => draw.Key, cancellationToken);
        var open = await (
            from finding in context.AuditFindings.AsNoTracking()
            where !context.FindingReports.Any(report => report.FindingId == finding.Id && report.IsDone)
            join item in context.AuditItems on finding.ItemId equals item.Id
            join draw in context.AuditDraws on item.DrawId equals draw.Id
            orderby finding.DueOn
            select new OpenFinding(finding, draw.Kind)).ToListAsync(cancellationToken);
        var duties = await counts.DutiesAsync(cancellationToken);
        return new AuditsView(
            [.. draws.Select(draw => sizes.TryGetValue(draw.Id, out var size) ? new DrawRow(draw, size.Size, size.Finished) : new DrawRow(draw, 0, 0))],
            duties.Journeys,
            duties.Quotas,
            open,
            await agencies.RightAsync(cancellationToken));
    }
}
