using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListCommentThemes;

/// <summary>Themes, open ones first, with how many comments stand in each.</summary>
internal sealed record ListCommentThemes : IQuery<IReadOnlyList<ThemeRow>>
{
    public Permission Permission => FeedbackPermissions.Themes;
}

internal sealed record ThemeRow(Guid Id, string Said, ThemeState State, DateTimeOffset StartedAt, int Comments);

internal sealed class ListCommentThemesHandler(FeedbackDbContext context) : IRequestHandler<ListCommentThemes, Outcome<IReadOnlyList<ThemeRow>>>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<ThemeRow>>> Handle(ListCommentThemes request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<ThemeRow>>(await context.Themes.AsNoTracking()
            .OrderBy(theme => theme.State == ThemeState.Published).ThenByDescending(theme => theme.StartedAt).Take(Most)
            .Select(theme => new ThemeRow(theme.Id, theme.Said, theme.State, theme.StartedAt, context.Comments.Count(comment => comment.ThemeId == theme.Id)))
            .ToListAsync(cancellationToken));
}
