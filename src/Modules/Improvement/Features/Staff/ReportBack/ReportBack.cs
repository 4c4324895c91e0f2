using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.ReportBack;

/// <summary>What an agency was asked to do, for the form.</summary>
internal sealed record FindFinding(Guid Id) : IQuery<FindingToReport>
{
    public Permission Permission => AuditPermissions.Report;
}

internal sealed record FindingToReport(AuditFinding Finding, Guid DrawId);

internal sealed class FindFindingHandler(ImprovementDbContext context) : IRequestHandler<FindFinding, Outcome<FindingToReport>>
{
    public async Task<Outcome<FindingToReport>> Handle(FindFinding request, CancellationToken cancellationToken) =>
        await context.AuditFindings.AsNoTracking().Where(finding => finding.Id == request.Id)
            .Join(context.AuditItems, finding => finding.ItemId, item => item.Id, (finding, item) => new FindingToReport(finding, item.DrawId))
            .SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : Outcome.NotFound;
}

/// <summary>An agency says what it did. It stays open until it says that all is done.</summary>
internal sealed record ReportBack(Guid Id, string Words, bool? IsDone) : ICommand<Guid>
{
    public Permission Permission => AuditPermissions.Report;
}

internal sealed class ReportBackValidator : AbstractValidator<ReportBack>
{
    public ReportBackValidator()
    {
        RuleFor(report => report.Words).NotEmpty().WithMessage("Write what was done")
            .MaximumLength(AuditFinding.MaximumWords).WithMessage($"Write {AuditFinding.MaximumWords} characters or fewer");
        RuleFor(report => report.IsDone).NotNull().WithMessage("Choose yes or not yet");
    }
}

internal sealed class ReportBackHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ReportBack, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(ReportBack request, CancellationToken cancellationToken)
    {
        if (await context.AuditFindings.Where(finding => finding.Id == request.Id)
            .Join(context.AuditItems, finding => finding.ItemId, item => item.Id, (finding, item) => (Guid?)item.DrawId).SingleOrDefaultAsync(cancellationToken) is not { } draw)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var report = new FindingReport { Id = Guid.CreateVersion7(now), FindingId = request.Id, Words = request.Words.Trim(), IsDone = request.IsDone!.Value, At = now, By = actor.Id };
        context.FindingReports.Add(report);
        audit.Record(context, AuditsAudit.ReportedBack, AuditDraw.Subject, draw, changes: [new AuditChange("is_done", null, report.IsDone ? "yes" : "no")]);
        await context.SaveChangesAsync(cancellationToken);
        return draw;
    }
}
