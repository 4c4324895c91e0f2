using MediatR;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeDraw;

/// <summary>One sample: how it was drawn, and what came of it.</summary>
internal sealed record SeeDraw(Guid Id) : IQuery<DrawView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Right">For whom whoever reads it may report back.</param>
internal sealed record DrawView(AuditDraw Draw, IReadOnlyList<ItemView> Items, ReportRight Right);

/// <param name="Result">Null while it is not finished.</param>
internal sealed record ItemView(AuditItem Item, AuditResult? Result, IReadOnlyList<FindingView> Findings);

internal sealed record FindingView(AuditFinding Finding, IReadOnlyList<FindingReport> Reports)
{
    public bool IsDone => Reports.Any(report => report.IsDone);
}

internal sealed class SeeDrawHandler(ImprovementDbContext context, AgencyReader agencies) : IRequestHandler<SeeDraw, Outcome<DrawView>>
{
    public async Task<Outcome<DrawView>> Handle(SeeDraw request, CancellationToken cancellationToken)
    {
        if (await context.AuditDraws.AsNoTracking().SingleOrDefaultAsync(draw => draw.Id == request.Id, cancellationToken) is not { } draw)
        {
            return Outcome.NotFound;
        }

        var items = await context.AuditItems.AsNoTracking().Where(item => item.DrawId == draw.Id).OrderBy(item => item.Number).ToListAsync(cancellationToken);
        List<Guid> ids = [.. items.Select(item => item.Id)];
        var results = await context.AuditResults.AsNoTracking().Where(result => ids.Contains(result.ItemId)).ToDictionaryAsync(result => result.ItemId, cancellationToken);
        var findings = await context.AuditFindings.AsNoTracking().Where(finding => ids.Contains(finding.ItemId)).OrderBy(finding => finding.Agency).ToListAsync(cancellationToken);
        List<Guid> found = [.. findings.Select(finding => finding.Id)];
        var reports = (await context.FindingReports.AsNoTracking().Where(report => found.Contains(report.FindingId)).OrderBy(report => report.At).ToListAsync(cancellationToken)).ToLookup(report => report.FindingId);
        var byItem = findings.ToLookup(finding => finding.ItemId, finding => new FindingView(finding, [.. reports[finding.Id]]));
        return new DrawView(draw, [.. items.Select(item => new ItemView(item, results.GetValueOrDefault(item.Id), [.. byItem[item.Id]]))], await agencies.RightAsync(cancellationToken));
    }
}
