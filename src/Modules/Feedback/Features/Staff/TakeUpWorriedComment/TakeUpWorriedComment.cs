using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.TakeUpWorriedComment;

/// <summary>Shows the safeguarding lead the words of a locked comment, and writes down that they were looked at.</summary>
internal sealed record OpenWorry(Guid Id) : ICommand<Comment>
{
    public Permission Permission => FeedbackPermissions.Worries;
}

internal sealed class OpenWorryHandler(FeedbackDbContext context, AuditTrail audit) : IRequestHandler<OpenWorry, Outcome<Comment>>
{
    public async Task<Outcome<Comment>> Handle(OpenWorry request, CancellationToken cancellationToken)
    {
        if (await context.Comments.AsNoTracking().SingleOrDefaultAsync(comment => comment.Id == request.Id && comment.Moderation == Moderation.Worried, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        audit.Record(context, FeedbackAudit.WorryOpened, Comment.Subject, comment.Id);
        await context.SaveChangesAsync(cancellationToken);
        return comment;
    }
}

/// <summary>Writes down what was done about a worry.</summary>
internal sealed record TakeUpWorriedComment(Guid Id, string Note) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.Worries;
}

internal sealed class TakeUpWorriedCommentValidator : AbstractValidator<TakeUpWorriedComment>
{
    public TakeUpWorriedCommentValidator() =>
        RuleFor(taken => taken.Note).NotEmpty().WithMessage("Write what you did")
            .MaximumLength(Comment.MaximumWords).WithMessage($"Write {Comment.MaximumWords} characters or fewer");
}

internal sealed class TakeUpWorriedCommentHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<TakeUpWorriedComment, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeUpWorriedComment request, CancellationToken cancellationToken)
    {
        if (await context.Comments.SingleOrDefaultAsync(comment => comment.Id == request.Id && comment.Moderation == Moderation.Worried, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        if (comment.WorryTakenUpAt is not null)
        {
            return Outcome.Conflict("Somebody else has taken this up already");
        }

        comment.WorryNote = request.Note.Trim();
        comment.WorryTakenUpAt = clock.GetUtcNow();
        audit.Record(context, FeedbackAudit.WorryTakenUp, Comment.Subject, comment.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
