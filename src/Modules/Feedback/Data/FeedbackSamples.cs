using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>One record of each page, for the crawls of tests.</summary>
internal sealed class FeedbackSamples(FeedbackDbContext context, TimeProvider clock) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var comment = await context.Comments.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var worry = await context.Comments.Where(row => row.Moderation == Moderation.Worried).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var theme = await context.Themes.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var year = await context.YouSaid.Select(row => (int?)row.PublishedOn.Year).FirstOrDefaultAsync(cancellationToken);
        var complaint = await context.Complaints.Where(row => row.Kind == ComplaintKind.Service).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var aboutData = await context.Complaints.Where(row => row.Kind == ComplaintKind.DataProtection).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var script = await context.TaskScripts.Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        return new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["staff/feedback/{id}"] = Id(comment),
            ["staff/feedback/{id}/moderate"] = Id(comment),
            ["staff/feedback/worries/{id}"] = Id(worry),
            ["staff/feedback/themes/{id}"] = Id(theme),
            ["staff/feedback/themes/{id}/publish"] = Id(theme),
            ["staff/complaints/{id}"] = Id(complaint),
            ["staff/data-complaints/{id}"] = Id(aboutData),
            ["staff/feedback/working-group/{id}"] = Id(script),
            ["you-said-we-did/{year}"] = new Dictionary<string, string> { ["year"] = $"{year ?? clock.GetUtcNow().Year}" },
        };
    }

    private static Dictionary<string, string> Id(Guid? id) => new() { ["id"] = (id ?? Guid.Empty).ToString("D") };
}
