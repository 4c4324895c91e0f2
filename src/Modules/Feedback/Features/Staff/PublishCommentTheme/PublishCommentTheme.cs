using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Published;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.PublishCommentTheme;

/// <summary>What a second person is about to publish.</summary>
internal sealed record SeeSentTheme(Guid Id) : IQuery<SentTheme>
{
    public Permission Permission => FeedbackPermissions.Publish;
}

internal sealed record SentTheme(Theme Theme, int Comments, bool IsMine);

internal sealed class SeeSentThemeHandler(FeedbackDbContext context, Actor actor) : IRequestHandler<SeeSentTheme, Outcome<SentTheme>>
{
    public async Task<Outcome<SentTheme>> Handle(SeeSentTheme request, CancellationToken cancellationToken) =>
        await context.Themes.AsNoTracking().SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is { } theme
            ? new SentTheme(theme, await context.Comments.CountAsync(comment => comment.ThemeId == theme.Id, cancellationToken), theme.WrittenBy == actor.Id)
            : Outcome.NotFound;
}

/// <summary>A second person publishes a theme as it was sent, or sends it back with a reason.</summary>
internal sealed record PublishCommentTheme(Guid Id, bool IsApproved, string Reason) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.Publish;
}

internal sealed class PublishCommentThemeValidator : AbstractValidator<PublishCommentTheme>
{
    public PublishCommentThemeValidator() =>
        RuleFor(decision => decision.Reason).MaximumLength(Theme.MaximumReason).WithMessage("Write {MaxLength} characters or fewer")
            .NotEmpty().When(decision => !decision.IsApproved, ApplyConditionTo.CurrentValidator).WithMessage("Write what should be different");
}

internal sealed class PublishCommentThemeHandler(FeedbackDbContext context, YouSaidSearch search, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<PublishCommentTheme, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PublishCommentTheme request, CancellationToken cancellationToken)
    {
        if (await context.Themes.SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is not { } theme)
        {
            return Outcome.NotFound;
        }

        if (theme.State != ThemeState.Sent)
        {
            return Outcome.Conflict("Nobody asked for a second reader any more. Look at the theme again");
        }

        if (theme.WrittenBy == actor.Id)
        {
            return Outcome.Invalid("", "You wrote this, so somebody else has to read it");
        }

        if (request.IsApproved)
        {
            var now = clock.GetUtcNow();
            theme.State = ThemeState.Published;
            theme.PublishedAt ??= now;
            var people = await context.Comments.CountAsync(comment => comment.ThemeId == theme.Id, cancellationToken);
            context.YouSaid.Add(Frozen(theme, SmallNumbers.Usual.Count(people).IsHidden ? 0 : people, now));
            await search.EnsureAsync(cancellationToken);
        }
        else
        {
            theme.State = ThemeState.Draft;
            theme.SentBack = request.Reason.Trim();
        }

        audit.Record(context, FeedbackAudit.ThemeDecided, Theme.Subject, theme.Id, changes: [new AuditChange("is_approved", null, request.IsApproved ? "yes" : "no")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private static PublishedYouSaid Frozen(Theme theme, int people, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ThemeId = theme.Id,
        Said = theme.Said,
        EasySaid = theme.EasySaid,
        Status = theme.Status!.Value,
        Response = theme.Response,
        EasyResponse = theme.EasyResponse,
        By = theme.By,
        BeforePath = theme.BeforePath,
        AfterPath = theme.AfterPath,
        People = people,
        PublishedOn = UkTime.DateIn(theme.PublishedAt!.Value),
        At = now,
    };
}
