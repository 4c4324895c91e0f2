using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListCommentThemes;

/// <summary>Begins a theme with what was said; answers its id.</summary>
internal sealed record StartTheme(string Said) : ICommand<Guid>
{
    public Permission Permission => FeedbackPermissions.Themes;
}

internal sealed class StartThemeValidator : AbstractValidator<StartTheme>
{
    public StartThemeValidator() =>
        RuleFor(theme => theme.Said).Must(said => !string.IsNullOrWhiteSpace(said)).WithMessage("Write what was said, in one sentence")
            .MaximumLength(Theme.MaximumSaid).WithMessage($"Write {Theme.MaximumSaid} characters or fewer");
}

internal sealed class StartThemeHandler(FeedbackDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<StartTheme, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(StartTheme request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var theme = new Theme { Id = Guid.CreateVersion7(now), Said = request.Said.Trim(), State = ThemeState.Draft, StartedAt = now, WrittenBy = actor.Id };
        context.Themes.Add(theme);
        audit.Record(context, FeedbackAudit.ThemeStarted, Theme.Subject, theme.Id);
        await context.SaveChangesAsync(cancellationToken);
        return theme.Id;
    }
}
