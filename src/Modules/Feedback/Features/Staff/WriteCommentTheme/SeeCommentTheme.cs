using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.WriteCommentTheme;

/// <summary>A theme, the comments in it, and those that could be.</summary>
internal sealed record SeeCommentTheme(Guid Id) : IQuery<ThemeView>
{
    public Permission Permission => FeedbackPermissions.Themes;
}

/// <param name="Comments">Accepted ones that stand in this theme or in none, the oldest first.</param>
internal sealed record ThemeView(Theme Theme, IReadOnlyList<Comment> Comments);

internal sealed class SeeCommentThemeHandler(FeedbackDbContext context) : IRequestHandler<SeeCommentTheme, Outcome<ThemeView>>
{
    private const int Most = 200;

    public async Task<Outcome<ThemeView>> Handle(SeeCommentTheme request, CancellationToken cancellationToken)
    {
        if (await context.Themes.AsNoTracking().SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is not { } theme)
        {
            return Outcome.NotFound;
        }

        var comments = await context.Comments.AsNoTracking()
            .Where(comment => (comment.Moderation == Moderation.Accepted || comment.Moderation == Moderation.WordsRemoved) && (comment.ThemeId == theme.Id || comment.ThemeId == null))
            .OrderByDescending(comment => comment.ThemeId == theme.Id).ThenBy(comment => comment.At).Take(Most).ToListAsync(cancellationToken);
        return new ThemeView(theme, comments);
    }
}
