using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>What waits in this module, one row for each queue.</summary>
internal sealed class FeedbackWork(FeedbackDbContext context, TimeProvider clock) : IWorkItems
{
    /// <summary>Whoever took the time to tell us hears of it on the site within a working week.</summary>
    private const int Days = 5;

    private const int MostComplaints = 20;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<WorkItem> work = [];
        var comments = context.Comments.AsNoTracking();
        if (actor.May(FeedbackPermissions.Worries))
        {
            Add(work, await comments.Where(comment => comment.Moderation == Moderation.Worried && comment.WorryTakenUpAt == null).Select(comment => comment.At).ToListAsync(cancellationToken),
                0, "Safeguarding", "comment that somebody is worried about", "comments that somebody is worried about", "A moderator thinks that somebody may not be safe.", "/staff/feedback/worries", "Look now");
        }

        if (actor.May(FeedbackPermissions.Moderate))
        {
            Add(work, await comments.Where(comment => comment.Moderation == Moderation.Waiting).Select(comment => comment.At).ToListAsync(cancellationToken),
                0, "Feedback", "new comment to read first", "new comments to read first", "Nobody else reads it before you have decided.", "/staff/feedback/moderate", "Read");
        }

        if (actor.May(FeedbackPermissions.Answer))
        {
            Add(work, await comments.Where(comment => comment.State == CommentState.New && comment.Moderation != Moderation.Waiting).Select(comment => comment.At).ToListAsync(cancellationToken),
                Days, "Feedback", "new comment to deal with", "new comments to deal with", "Families told us something about the site.", "/staff/feedback?state=new", "Read");
        }

        if (actor.May(FeedbackPermissions.Publish))
        {
            foreach (var theme in await context.Themes.AsNoTracking().Where(theme => theme.State == ThemeState.Sent && theme.WrittenBy != actor.Id).OrderBy(theme => theme.StartedAt).Take(20).ToListAsync(cancellationToken))
            {
                work.Add(new WorkItem("Waits for a second person", theme.Said, "A colleague wrote it for “You said, we did”.", null, $"/staff/feedback/themes/{theme.Id}/publish", "Read it", "i-eye"));
            }
        }

        foreach (var kind in Enum.GetValues<ComplaintKind>().Where(kind => actor.May(FeedbackPermissions.Of(kind))))
        {
            await AddComplaintsAsync(work, kind, cancellationToken);
        }

        return work;
    }

    private async Task AddComplaintsAsync(List<WorkItem> work, ComplaintKind kind, CancellationToken cancellationToken)
    {
        var open = await context.ComplaintStages.AsNoTracking().Where(stage => stage.RepliedOn == null)
            .Join(context.Complaints.Where(complaint => complaint.Kind == kind), stage => stage.ComplaintId, complaint => complaint.Id, (stage, complaint) => new { stage, complaint.Reference }).ToListAsync(cancellationToken);
        foreach (var row in open.OrderBy(row => row.stage.NextDue ?? DateOnly.MaxValue).Take(MostComplaints))
        {
            work.Add(new WorkItem(
                "Complaint", $"{row.Reference}: {ComplaintWords.Next(row.stage)}", $"Stage {row.stage.Number}. {ComplaintWords.Due(row.stage.NextDue, clock.Today())}.", row.stage.NextDue,
                $"{ComplaintWords.Home(kind)}/{row.stage.ComplaintId}", "Open", "i-inbox"));
        }
    }

    private static void Add(List<WorkItem> work, List<DateTimeOffset> waiting, int days, string kind, string one, string many, string why, string href, string action)
    {
        if (waiting.Count > 0)
        {
            work.Add(new WorkItem(kind, waiting.Count == 1 ? $"1 {one}" : $"{waiting.Count} {many}", why, UkTime.DateIn(waiting.Min()).AddDays(days), href, action, "i-inbox"));
        }
    }
}
