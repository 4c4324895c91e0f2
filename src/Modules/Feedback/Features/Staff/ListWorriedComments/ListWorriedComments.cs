using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListWorriedComments;

/// <summary>Comments that moderators are worried about, open ones first; without their words.</summary>
internal sealed record ListWorriedComments : IQuery<IReadOnlyList<WorryRow>>
{
    public Permission Permission => FeedbackPermissions.Worries;
}

internal sealed record WorryRow(Guid Id, string? About, DateTimeOffset At, DateTimeOffset? TakenUpAt);

internal sealed class ListWorriedCommentsHandler(FeedbackDbContext context) : IRequestHandler<ListWorriedComments, Outcome<IReadOnlyList<WorryRow>>>
{
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<WorryRow>>> Handle(ListWorriedComments request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<WorryRow>>(await context.Comments.AsNoTracking().Where(comment => comment.Moderation == Moderation.Worried)
            .OrderBy(comment => comment.WorryTakenUpAt != null).ThenByDescending(comment => comment.At).Take(Most)
            .Select(comment => new WorryRow(comment.Id, comment.About, comment.At, comment.WorryTakenUpAt)).ToListAsync(cancellationToken));
}
