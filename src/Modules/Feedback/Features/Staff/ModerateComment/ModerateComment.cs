using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ModerateComment;

/// <summary>Decides once about a comment. Being worried locks it and tells the safeguarding lead at once.</summary>
/// <param name="Words">The words without what points at somebody; only with <see cref="Moderation.WordsRemoved"/>.</param>
/// <param name="WhyNot">Only with <see cref="Moderation.NotForPublishing"/>.</param>
/// <param name="IsSent">"Send anyway": what is left was looked at and points at nobody.</param>
internal sealed record ModerateComment(Guid Id, Moderation Decision, string Words, WhyNot? WhyNot, bool IsSent) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.Moderate;
}

internal sealed class ModerateCommentValidator : AbstractValidator<ModerateComment>
{
    public ModerateCommentValidator()
    {
        RuleFor(decision => decision.Decision).Must(kind => Enum.IsDefined(kind) && kind != Moderation.Waiting).WithMessage("Choose what becomes of it");
        RuleFor(decision => decision.WhyNot).NotNull().When(decision => decision.Decision == Moderation.NotForPublishing).WithMessage("Choose why it is not for publishing");
        RuleFor(decision => decision.Words).Must(words => !string.IsNullOrWhiteSpace(words)).WithMessage("Write the words that stay")
            .MaximumLength(Comment.MaximumWords).WithMessage($"Write {Comment.MaximumWords} letters or fewer")
            .When(decision => decision.Decision == Moderation.WordsRemoved);
    }
}

internal sealed class ModerateCommentHandler(
    FeedbackDbContext context, OwnPages ownPages, IMessages messages, Settings settings, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ModerateComment, Outcome<Done>>
{
    private const string Template = "feedback.worried";

    public async Task<Outcome<Done>> Handle(ModerateComment request, CancellationToken cancellationToken)
    {
        if (await context.Comments.SingleOrDefaultAsync(comment => comment.Id == request.Id, cancellationToken) is not { } comment)
        {
            return Outcome.NotFound;
        }

        if (await ownPages.HasAsync(comment.About, cancellationToken))
        {
            return Outcome.Invalid("", OwnPages.Why);
        }

        if (comment.Moderation != Moderation.Waiting)
        {
            return Outcome.Conflict("Somebody else decided about this comment before you. Nothing of yours was kept: look at what they decided");
        }

        var left = request.Decision == Moderation.WordsRemoved ? request.Words.Replace("\0", "", StringComparison.Ordinal).Trim() : comment.Words;
        if (request.Decision is Moderation.Accepted or Moderation.WordsRemoved && !request.IsSent && TellsWho.In(left) is { Count: > 0 } found)
        {
            return Outcome.Invalid(nameof(request.Words), $"This might tell people who somebody is: {string.Join(", ", found)}. Take it out, or tick that it points at nobody");
        }

        var now = clock.GetUtcNow();
        comment.Moderation = request.Decision;
        comment.WithoutWho = request.Decision == Moderation.WordsRemoved ? left : null;
        comment.WhyNot = request.Decision == Moderation.NotForPublishing ? request.WhyNot : null;
        comment.ModeratedAt = now;
        comment.ModeratedBy = actor.Id;
        if (request.Decision == Moderation.Worried)
        {
            comment.State = CommentState.SetAside;
            comment.Done = "Passed to the safeguarding lead.";
            comment.DoneAt = now;
            await TellAsync(comment.Id, cancellationToken);
        }

        audit.Record(context, FeedbackAudit.Moderated, Comment.Subject, comment.Id, changes: [new AuditChange("moderation", nameof(Moderation.Waiting), request.Decision.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    /// <summary>By e-mail too where the council has said to which address; it is in the lead's My work in any case.</summary>
    private async Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        if (settings.Get(Safeguarding.Mailbox) is { Length: > 0 } mailbox)
        {
            await messages.RequestAsync(
                new MessageRequest(Template, $"{Template} {id:n}", null, mailbox, new Dictionary<string, string> { ["path"] = "/staff/feedback/worries" }), cancellationToken);
        }
    }
}
