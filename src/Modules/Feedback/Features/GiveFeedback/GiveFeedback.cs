using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>Keeps what somebody tells us.</summary>
/// <param name="About">Path of a page of this site; anything else counts as the whole site.</param>
/// <param name="Kind">Name of a <see cref="CommentKind"/>, as the form posts it.</param>
internal sealed record GiveFeedback(string? About, string Kind, string Words) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;

    /// <returns>The path as it is kept; null when it is none of this site.</returns>
    public static string? PathOf(string? about) =>
        about is { Length: > 0 and <= Comment.MaximumAbout } && about[0] == '/' && !about.StartsWith("//", StringComparison.Ordinal)
            && about.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.')
                ? about
                : null;
}

internal sealed class GiveFeedbackValidator : AbstractValidator<GiveFeedback>
{
    public GiveFeedbackValidator()
    {
        RuleFor(given => given.Kind).IsEnumName(typeof(CommentKind)).WithMessage("Choose what it is about");
        RuleFor(given => given.Words).Must(words => !string.IsNullOrWhiteSpace(words)).WithMessage("Write what you want to tell us")
            .MaximumLength(Comment.MaximumWords).WithMessage($"That is a little long. Write {Comment.MaximumWords} letters or fewer");
    }
}

internal sealed class GiveFeedbackHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<GiveFeedback, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(GiveFeedback request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var comment = new Comment
        {
            Id = Guid.CreateVersion7(now),
            About = GiveFeedback.PathOf(request.About),
            Kind = Enum.Parse<CommentKind>(request.Kind),
            Words = request.Words.Replace("\0", "", StringComparison.Ordinal).Trim(),
            At = now,
            State = CommentState.New,
        };
        context.Comments.Add(comment);
        audit.Record(context, FeedbackAudit.Given, Comment.Subject, comment.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
