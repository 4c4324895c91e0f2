using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.HandleComplaint;

/// <summary>Shows a complaint with its stages, and writes down that it was looked at.</summary>
/// <param name="Kind">Through whose door: a complaint of another kind is not there.</param>
internal sealed record OpenComplaint(Guid Id, ComplaintKind Kind) : ICommand<ComplaintView>
{
    public Permission Permission => FeedbackPermissions.Of(Kind);
}

/// <param name="Stages">The last one is the one that runs.</param>
internal sealed record ComplaintView(Complaint Complaint, IReadOnlyList<ComplaintStage> Stages)
{
    public ComplaintStage Current => Stages[^1];

    public bool MayGoOn => Current is { RepliedOn: not null, Number: < ComplaintStage.Last } && Complaint.Kind == ComplaintKind.Service;
}

internal sealed class OpenComplaintHandler(FeedbackDbContext context, AuditTrail audit) : IRequestHandler<OpenComplaint, Outcome<ComplaintView>>
{
    public async Task<Outcome<ComplaintView>> Handle(OpenComplaint request, CancellationToken cancellationToken)
    {
        if (await context.Complaints.AsNoTracking().SingleOrDefaultAsync(complaint => complaint.Id == request.Id && complaint.Kind == request.Kind, cancellationToken) is not { } complaint)
        {
            return Outcome.NotFound;
        }

        audit.Record(context, FeedbackAudit.ComplaintOpened, Complaint.Subject, complaint.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new ComplaintView(complaint, await context.ComplaintStages.AsNoTracking().Where(stage => stage.ComplaintId == complaint.Id).OrderBy(stage => stage.Number).ToListAsync(cancellationToken));
    }
}
