using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.AnswerComment;

internal sealed record SeeComment(Guid Id) : IQuery<Comment>
{
    public Permission Permission => FeedbackPermissions.Answer;
}

internal sealed class SeeCommentHandler(FeedbackDbContext context) : IRequestHandler<SeeComment, Outcome<Comment>>
{
    public async Task<Outcome<Comment>> Handle(SeeComment request, CancellationToken cancellationToken) =>
        await context.Comments.AsNoTracking().SingleOrDefaultAsync(comment => comment.Id == request.Id, cancellationToken) is { } comment ? comment : Outcome.NotFound;
}

/// <summary>Says what was done about a comment, or that nothing can be.</summary>
/// <param name="State">DealtWith or SetAside, as the form posts it.</param>
internal sealed record AnswerComment(Guid Id, string State, string Done) : ICommand<Platform.Mediation.Done>
{
    public Permission Permission => FeedbackPermissions.Answer;
}

internal sealed class AnswerCommentValidator : AbstractValidator<AnswerComment>
{
    public AnswerCommentValidator()
    {
        RuleFor(answer => answer.State).Must(state => state is nameof(CommentState.DealtWith) or nameof(CommentState.SetAside)).WithMessage("Choose one of the two");
        RuleFor(answer => answer.Done).NotEmpty().WithMessage("Write what was done, or why nothing was")
            .MaximumLength(Comment.MaximumDone).WithMessage($"Write {Comment.MaximumDone} characters or fewer");
    }
}

internal sealed class AnswerCommentHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<AnswerComment, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnswerComment request, CancellationToken cancellationToken)
    {
        if (await context.Comments.SingleOrDefaultAsync(comment => comment.Id == request.Id, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        if (comment.PassedOn is null)
        {
            return Outcome.Conflict("A moderator has to read this comment first");
        }

        comment.State = Enum.Parse<CommentState>(request.State);
        comment.Done = request.Done.Trim();
        comment.DoneAt = clock.GetUtcNow();
        audit.Record(context, FeedbackAudit.Answered, Comment.Subject, comment.Id, changes: [new AuditChange("state", null, request.State)]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
