using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ModerateComment;

/// <summary>Shows a moderator the words, and writes down that they were looked at.</summary>
internal sealed record OpenComment(Guid Id) : ICommand<Comment>
{
    public Permission Permission => FeedbackPermissions.Moderate;
}

internal sealed class OpenCommentHandler(FeedbackDbContext context, AuditTrail audit) : IRequestHandler<OpenComment, Outcome<Comment>>
{
    public async Task<Outcome<Comment>> Handle(OpenComment request, CancellationToken cancellationToken)
    {
        if (await context.Comments.AsNoTracking().SingleOrDefaultAsync(comment => comment.Id == request.Id, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        if (comment.Moderation == Moderation.Waiting)
        {
            audit.Record(context, FeedbackAudit.Opened, Comment.Subject, comment.Id);
            await context.SaveChangesAsync(cancellationToken);
        }

        return comment;
    }
}
