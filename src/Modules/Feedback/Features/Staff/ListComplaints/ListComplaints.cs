using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListComplaints;

/// <summary>Complaints of one kind without their words: open ones first, by the day on which something is next due.</summary>
internal sealed record ListComplaints(ComplaintKind Kind) : IQuery<IReadOnlyList<ComplaintRow>>
{
    public Permission Permission => FeedbackPermissions.Of(Kind);
}

internal sealed record ComplaintRow(Complaint Complaint, ComplaintStage Stage);

internal sealed class ListComplaintsHandler(FeedbackDbContext context) : IRequestHandler<ListComplaints, Outcome<IReadOnlyList<ComplaintRow>>>
{
    private const int Most = 500;

    public async Task<Outcome<IReadOnlyList<ComplaintRow>>> Handle(ListComplaints request, CancellationToken cancellationToken)
    {
        var rows = await context.ComplaintStages.AsNoTracking()
            .Where(stage => !context.ComplaintStages.Any(later => later.ComplaintId == stage.ComplaintId && later.Number > stage.Number))
            .Join(context.Complaints.AsNoTracking().Where(complaint => complaint.Kind == request.Kind), stage => stage.ComplaintId, complaint => complaint.Id, (stage, complaint) => new { stage, complaint })
            .OrderBy(row => row.stage.RepliedOn != null).ThenByDescending(row => row.complaint.At).Take(Most).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<ComplaintRow>>(
            [.. rows.Select(row => new ComplaintRow(row.complaint, row.stage)).OrderBy(row => row.Stage.RepliedOn is not null).ThenBy(row => row.Stage.NextDue ?? DateOnly.MaxValue).ThenBy(row => row.Complaint.At)]);
    }
}
