using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Keeping;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.SeeKeeping;

/// <summary>A dry run: what the next run of the job would erase. Numbers alone.</summary>
internal sealed record SeeKeeping : IQuery<KeepingView>
{
    public Permission Permission => FeedbackPermissions.Keeping;
}

/// <param name="Months">How long it is kept, as the setting says.</param>
/// <param name="Due">How many the next run erases.</param>
/// <param name="Oldest">When the oldest of them came; null when there is none.</param>
internal sealed record KeptRow(string What, int Months, int Due, DateTimeOffset? Oldest);

/// <param name="NotRead">Of the comments that are due: nobody has said what was done about them.</param>
/// <param name="Worries">Older, and kept because the safeguarding lead has not taken them up.</param>
internal sealed record KeepingView(IReadOnlyList<KeptRow> Rows, int NotRead, int Worries);

internal sealed class SeeKeepingHandler(FeedbackDbContext context, KeptLongEnough kept, Settings settings, TimeProvider clock) : IRequestHandler<SeeKeeping, Outcome<KeepingView>>
{
    public async Task<Outcome<KeepingView>> Handle(SeeKeeping request, CancellationToken cancellationToken)
    {
        var (months, complaintMonths) = (settings.Get(FeedbackSettings.CommentMonths), settings.Get(FeedbackSettings.ComplaintMonths));
        var before = clock.GetUtcNow().AddMonths(-months);
        return new KeepingView(
            [
                new("Comments", months, await kept.Comments.CountAsync(cancellationToken), await kept.Comments.MinAsync(comment => (DateTimeOffset?)comment.At, cancellationToken)),
                new("Complaints, from the last answer", complaintMonths, await kept.Complaints.CountAsync(cancellationToken), await kept.Complaints.MinAsync(complaint => (DateTimeOffset?)complaint.At, cancellationToken)),
            ],
            await kept.Comments.CountAsync(comment => comment.State == CommentState.New, cancellationToken),
            await context.Comments.CountAsync(comment => comment.At < before && comment.Moderation == Moderation.Worried && comment.WorryTakenUpAt == null, cancellationToken));
    }
}
