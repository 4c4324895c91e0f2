using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
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

/// <param name="IsDone">Its agency has said that all of it is done.</param>
/// <param name="MayReport">Whoever reads it speaks for its agency.</param>
internal sealed record FindingToReport(AuditFinding Finding, Guid DrawId, bool IsDone, bool MayReport);

internal sealed class FindFindingHandler(ImprovementDbContext context, AgencyReader agencies) : IRequestHandler<FindFinding, Outcome<FindingToReport>>
{
    public async Task<Outcome<FindingToReport>> Handle(FindFinding request, CancellationToken cancellationToken)
    {
        var right = await agencies.RightAsync(cancellationToken);
        return await context.AuditFindings.AsNoTracking().Where(finding => finding.Id == request.Id)
            .Join(context.AuditItems, finding => finding.ItemId, item => item.Id, (finding, item) => new { finding, item.DrawId })
            .Select(one => new { one.finding, one.DrawId, IsDone = context.FindingReports.Any(report => report.FindingId == one.finding.Id && report.IsDone) })
            .SingleOrDefaultAsync(cancellationToken) is { } found
            ? new FindingToReport(found.finding, found.DrawId, found.IsDone, right.For(found.finding.Agency))
            : Outcome.NotFound;
    }
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

internal sealed class ReportBackHandler(ImprovementDbContext context, AgencyReader agencies, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ReportBack, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(ReportBack request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"improvement.finding {request.Id:n}", cancellationToken);
        if (await context.AuditFindings.Where(finding => finding.Id == request.Id)
            .Join(context.AuditItems, finding => finding.ItemId, item => item.Id, (finding, item) => new { finding.Agency, item.DrawId }).SingleOrDefaultAsync(cancellationToken) is not { } found)
        {
            return Outcome.NotFound;
        }

        if (!(await agencies.RightAsync(cancellationToken)).For(found.Agency))
        {
            return Outcome.Invalid("", $"You do not speak for this agency ({AuditWords.Of(found.Agency).ToLowerInvariant()}). Ask the programme office if you should");
        }

        if (await context.FindingReports.AnyAsync(report => report.FindingId == request.Id && report.IsDone, cancellationToken))
        {
            return Outcome.Invalid("", "This is done, and its agency has said so. Nobody reports on it again");
        }

        var now = clock.GetUtcNow();
        var report = new FindingReport { Id = Guid.CreateVersion7(now), FindingId = request.Id, Words = request.Words.Trim(), IsDone = request.IsDone!.Value, At = now, By = actor.Id };
        context.FindingReports.Add(report);
        audit.Record(context, AuditsAudit.ReportedBack, AuditDraw.Subject, found.DrawId, changes: [new AuditChange("is_done", null, report.IsDone ? "yes" : "no")]);
        await context.SaveChangesAsync(cancellationToken);
        return found.DrawId;
    }
}
