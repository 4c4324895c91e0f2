using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ModerateComment;

/// <summary>Shows a moderator the words, and writes down that they were looked at. Whoever made the page that they are about does not see them.</summary>
internal sealed record OpenComment(Guid Id) : ICommand<OpenedComment>
{
    public Permission Permission => FeedbackPermissions.Moderate;
}

/// <param name="Words">Null when they are not this moderator's to read, and once it is decided.</param>
internal sealed record OpenedComment(CommentKind Kind, string? About, DateTimeOffset At, Moderation Moderation, DateTimeOffset? ModeratedAt, string? Words)
{
    /// <summary>It waits for somebody who did not make the page.</summary>
    public bool IsForAnother => Moderation == Moderation.Waiting && Words is null;
}

internal sealed class OpenCommentHandler(FeedbackDbContext context, OwnPages ownPages, AuditTrail audit) : IRequestHandler<OpenComment, Outcome<OpenedComment>>
{
    public async Task<Outcome<OpenedComment>> Handle(OpenComment request, CancellationToken cancellationToken)
    {
        if (await context.Comments.AsNoTracking().SingleOrDefaultAsync(comment => comment.Id == request.Id, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        var mayRead = comment.Moderation == Moderation.Waiting && !await ownPages.HasAsync(comment.About, cancellationToken);
        if (mayRead)
        {
            audit.Record(context, FeedbackAudit.Opened, Comment.Subject, comment.Id);
            await context.SaveChangesAsync(cancellationToken);
        }

        return new OpenedComment(comment.Kind, comment.About, comment.At, comment.Moderation, comment.ModeratedAt, mayRead ? comment.Words : null);
    }
}
