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
internal sealed record AuditsView(IReadOnlyList<DrawRow> Draws, IReadOnlyList<QuotaPeriod> Journeys, IReadOnlyList<QuotaPeriod> Quotas, IReadOnlyList<OpenFinding> Open);

internal sealed record DrawRow(AuditDraw Draw, int Size, int Finished);

internal sealed record OpenFinding(AuditFinding Finding, AuditKind Kind);

internal sealed class SeeAuditsHandler(ImprovementDbContext context, AuditCounts counts) : IRequestHandler<SeeAudits, Outcome<AuditsView>>
{
    public async Task<Outcome<AuditsView>> Handle(SeeAudits request, CancellationToken cancellationToken)
    {
        var draws = await context.AuditDraws.AsNoTracking().OrderByDescending(draw => draw.Until).ThenBy(draw => draw.Kind)
            .Select(draw => new DrawRow(
                draw,
                context.AuditItems.Count(item => item.DrawId == draw.Id),
                context.AuditResults.Count(result => context.AuditItems.Any(item => item.Id == result.ItemId && item.DrawId == draw.Id))))
            .ToListAsync(cancellationToken);
        var open = await (
            from finding in context.AuditFindings.AsNoTracking()
            where !context.FindingReports.Any(report => report.FindingId == finding.Id && report.IsDone)
            join item in context.AuditItems on finding.ItemId equals item.Id
            join draw in context.AuditDraws on item.DrawId equals draw.Id
            orderby finding.DueOn
            select new OpenFinding(finding, draw.Kind)).ToListAsync(cancellationToken);
        return new AuditsView(draws, await counts.JourneysAsync(cancellationToken), await counts.QuotasAsync(cancellationToken), open);
    }
}
