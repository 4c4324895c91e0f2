using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordReviewParts;

/// <summary>Which agencies came to a review meeting, and which sent a report. What was written before is replaced as a whole.</summary>
internal sealed record RecordReviewParts(Guid RecordId, Guid EventId, IReadOnlyList<ReviewAgency> Came, IReadOnlyList<ReviewAgency> SentReport) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordReviewPartsValidator : AbstractValidator<RecordReviewParts>
{
    public RecordReviewPartsValidator()
    {
        RuleFor(one => one.Came).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Choose who came: a meeting that was held had somebody in it. If it was not held, take “Review meeting held” back")
            .Must(AreKnown).WithMessage("Choose from the list");
        RuleFor(one => one.SentReport).Must(AreKnown).WithMessage("Choose from the list");
    }

    private static bool AreKnown(IReadOnlyList<ReviewAgency> agencies) => agencies.All(Enum.IsDefined) && agencies.Distinct().Count() == agencies.Count;
}

internal sealed class RecordReviewPartsHandler(EhcpDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordReviewParts, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordReviewParts request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (!await context.Events.AnyAsync(
            one => one.Id == request.EventId && one.RecordId == request.RecordId && one.Kind == EventKind.ReviewMeetingHeld && one.WithdrawnAt == null, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        foreach (var before in await context.ReviewParts.Where(part => part.EventId == request.EventId && part.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            before.ReplacedAt = now;
        }

        // Before the new rows: only one row of an agency counts.
        await context.SaveChangesAsync(cancellationToken);
        context.ReviewParts.AddRange(request.Came.Union(request.SentReport).Select(agency => new ReviewPart
        {
            Id = Guid.CreateVersion7(now),
            EventId = request.EventId,
            Agency = agency,
            Came = request.Came.Contains(agency),
            SentReport = request.SentReport.Contains(agency),
            RecordedAt = now,
            RecordedBy = actor.Id,
        }));
        var child = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.ChildId).SingleAsync(cancellationToken);
        audit.Record(
            context, EhcpAudit.ReviewPartsRecorded, EhcRecord.Subject, request.RecordId, personIds: [child],
            changes: [new AuditChange("came", null, string.Join(", ", request.Came.Order())), new AuditChange("sent_report", null, string.Join(", ", request.SentReport.Order()))]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
