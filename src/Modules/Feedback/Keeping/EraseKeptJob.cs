using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Keeping;

/// <summary>Once a day: comments and complaints whose time is over are erased, each written down by its id. Themes and what is published stay.</summary>
internal sealed class EraseKeptJob(FeedbackDbContext context, KeptLongEnough kept, AuditTrail audit) : IJob
{
    /// <summary>The rest waits for the next day.</summary>
    private const int MostAtOnce = 1000;

    public static string Kind => "feedback.erase-kept";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        var comments = await kept.Comments.OrderBy(comment => comment.At).Select(comment => comment.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        var complaints = await kept.Complaints.OrderBy(complaint => complaint.At).Select(complaint => complaint.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        comments.ForEach(id => audit.Record(context, FeedbackAudit.Erased, Comment.Subject, id));
        complaints.ForEach(id => audit.Record(context, FeedbackAudit.Erased, Complaint.Subject, id));
        await context.Comments.Where(comment => comments.Contains(comment.Id)).ExecuteDeleteAsync(cancellationToken);
        await context.ComplaintStages.Where(stage => complaints.Contains(stage.ComplaintId)).ExecuteDeleteAsync(cancellationToken);
        await context.Complaints.Where(complaint => complaints.Contains(complaint.Id)).ExecuteDeleteAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
    }
}
