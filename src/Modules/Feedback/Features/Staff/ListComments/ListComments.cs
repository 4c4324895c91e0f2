using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListComments;

/// <summary>What people told us, without their words: those are on each one's own page.</summary>
internal sealed record ListComments(ListQuery Query) : IQuery<Listed<CommentRow>>
{
    public Permission Permission => FeedbackPermissions.Answer;
}

internal sealed record CommentRow(Guid Id, CommentKind Kind, string? About, DateTimeOffset At, CommentState State, Moderation Moderation);

internal sealed class ListCommentsHandler(FeedbackDbContext context) : IRequestHandler<ListComments, Outcome<Listed<CommentRow>>>
{
    public async Task<Outcome<Listed<CommentRow>>> Handle(ListComments request, CancellationToken cancellationToken)
    {
        var comments = context.Comments.AsNoTracking();
        comments = request.Query["state"] switch
        {
            "new" => comments.Where(comment => comment.State == CommentState.New),
            "done" => comments.Where(comment => comment.State != CommentState.New),
            _ => comments,
        };
        comments = request.Query.Sort switch
        {
            "at" => comments.OrderBy(comment => comment.At).ThenBy(comment => comment.Id),
            "about" => comments.OrderBy(comment => comment.About).ThenBy(comment => comment.Id),
            "-about" => comments.OrderByDescending(comment => comment.About).ThenBy(comment => comment.Id),
            _ => comments.OrderByDescending(comment => comment.At).ThenBy(comment => comment.Id),
        };
        return await comments.Select(comment => new CommentRow(comment.Id, comment.Kind, comment.About, comment.At, comment.State, comment.Moderation)).ToPageAsync(request.Query, cancellationToken);
    }
}
