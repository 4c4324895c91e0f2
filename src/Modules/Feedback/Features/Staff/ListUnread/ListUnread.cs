using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListUnread;

/// <summary>Comments that nobody has moderated, the oldest first and without their words.</summary>
internal sealed record ListUnread : IQuery<IReadOnlyList<UnreadRow>>
{
    public const int Most = 100;

    public Permission Permission => FeedbackPermissions.Moderate;
}

internal sealed record UnreadRow(Guid Id, CommentKind Kind, string? About, DateTimeOffset At);

internal sealed class ListUnreadHandler(FeedbackDbContext context) : IRequestHandler<ListUnread, Outcome<IReadOnlyList<UnreadRow>>>
{
    public async Task<Outcome<IReadOnlyList<UnreadRow>>> Handle(ListUnread request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<UnreadRow>>(await context.Comments.AsNoTracking().Where(comment => comment.Moderation == Moderation.Waiting).OrderBy(comment => comment.At).ThenBy(comment => comment.Id)
            .Take(ListUnread.Most).Select(comment => new UnreadRow(comment.Id, comment.Kind, comment.About, comment.At)).ToListAsync(cancellationToken));
}
