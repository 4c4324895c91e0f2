using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Keeping;

/// <summary>What people wrote whose time is over. What was published about it stays: nobody's own words stand there.</summary>
internal sealed class KeptLongEnough(FeedbackDbContext context, Settings settings, TimeProvider clock)
{
    /// <summary>A worry that nobody has taken up is never lost, however old it is.</summary>
    public IQueryable<Comment> Comments
    {
        get
        {
            var before = clock.GetUtcNow().AddMonths(-settings.Get(FeedbackSettings.CommentMonths));
            return context.Comments.Where(comment => comment.At < before && (comment.Moderation != Moderation.Worried || comment.WorryTakenUpAt != null));
        }
    }

    /// <summary>Counted from the last answer: what is not answered stays.</summary>
    public IQueryable<Complaint> Complaints
    {
        get
        {
            var before = clock.Today().AddMonths(-settings.Get(FeedbackSettings.ComplaintMonths));
            return context.Complaints.Where(complaint => !context.ComplaintStages.Any(stage => stage.ComplaintId == complaint.Id && (stage.RepliedOn == null || stage.RepliedOn >= before)));
        }
    }
}
