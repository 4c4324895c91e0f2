using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Improvement.Plans;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.LoadPlan;

/// <summary>Loads all of another plan, or nothing of it when one line has a problem. The same file twice changes nothing.</summary>
/// <param name="DryRun">Says what it would do, and writes nothing.</param>
internal sealed record LoadPlan(ImportFile File, bool DryRun) : ICommand<ImportReport>
{
    public Permission Permission => ImprovementPermissions.LoadPlans;
}

internal sealed class LoadPlanHandler(ImprovementDbContext context, PartReader reader, LookAtDuties duties, AuditTrail audit, TimeProvider clock) : IRequestHandler<LoadPlan, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(LoadPlan request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("improvement.plans", cancellationToken);
        var digest = PlanFile.DigestOf(request.File);
        var plans = await context.Plans.AsNoTracking().ToListAsync(cancellationToken);
        if (plans.Exists(plan => plan.Digest == digest))
        {
            var rows = CsvTable.Read(request.File, PlanFile.Columns).Rows.Count;
            return new ImportReport(rows, 0, 0, rows, []);
        }

        var actions = await context.Actions.Select(action => new { action.Reference, action.Position }).ToListAsync(cancellationToken);
        var parts = await context.Parts.Select(part => new { part.Reference, part.Position }).ToListAsync(cancellationToken);
        var all = actions.Concat(parts).ToList();
        var draft = PlanFile.Read(
            request.File,
            new TakenByPlans(
                plans.Select(plan => plan.Slug).ToHashSet(StringComparer.Ordinal), all.Select(one => one.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase),
                all.Count == 0 ? 0 : all.Max(one => one.Position) + 1),
            clock.GetUtcNow());
        if (draft.Plan is null || request.DryRun)
        {
            return new ImportReport(draft.Rows, draft.Count, 0, 0, draft.Problems);
        }

        context.Add(draft.Plan);
        context.AddRange(draft.Areas);
        context.AddRange(draft.Actions);
        context.AddRange(draft.Parts);
        audit.Record(context, ImprovementAudit.PlanLoaded, "improvement_plan", draft.Plan.Id, changes:
        [
            new AuditChange("slug", null, draft.Plan.Slug),
            new AuditChange("parts", null, draft.Parts.Count.ToString(CultureInfo.InvariantCulture)),
        ]);
        await context.SaveChangesAsync(cancellationToken);
        if (await reader.NextBoardAsync(cancellationToken) is { } board)
        {
            await duties.PlanAsync(board, cancellationToken);
        }

        return new ImportReport(draft.Rows, draft.Count, 0, 0, []);
    }
}

/// <summary><c>./dev cli import plan FILE.csv</c> sends the same operation.</summary>
internal sealed class PlanImport(IMediator mediator) : IImport
{
    public string Name => "plan";

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) => (await mediator.Send(new LoadPlan(file, dryRun), cancellationToken)).Value;
}
