using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>New comments in My work, as one row; and one to open for the crawls of tests.</summary>
internal sealed class FeedbackWork(FeedbackDbContext context) : IWorkItems, ISampleRoutes
{
    /// <summary>Whoever took the time to tell us hears of it on the site within a working week.</summary>
    private const int Days = 5;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(FeedbackPermissions.Answer))
        {
            return [];
        }

        var waiting = await context.Comments.Where(comment => comment.State == CommentState.New).Select(comment => comment.At).ToListAsync(cancellationToken);
        return waiting.Count == 0 ? [] :
        [
            new WorkItem(
                "Feedback", waiting.Count == 1 ? "1 new comment" : $"{waiting.Count} new comments", "Families told us something about the site.",
                UkTime.DateIn(waiting.Min()).AddDays(Days), "/staff/feedback?state=new", "Read", "i-inbox"),
        ];
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken) =>
        await context.Comments.Select(comment => (Guid?)comment.Id).FirstOrDefaultAsync(cancellationToken) is { } id
            ? new Dictionary<string, IReadOnlyDictionary<string, string>> { ["staff/feedback/{id}"] = new Dictionary<string, string> { ["id"] = id.ToString("D") } }
            : new Dictionary<string, IReadOnlyDictionary<string, string>> { ["staff/feedback/{id}"] = new Dictionary<string, string> { ["id"] = Guid.Empty.ToString("D") } };
}
