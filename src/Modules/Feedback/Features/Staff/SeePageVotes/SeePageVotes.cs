using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.SeePageVotes;

/// <summary>How many said yes and no of each page in the last 90 days, those with most noes first.</summary>
internal sealed record SeePageVotes : IQuery<IReadOnlyList<PageVotes>>
{
    public const int Days = 90;

    public Permission Permission => FeedbackPermissions.Answer;
}

internal sealed record PageVotes(string About, int Yes, int No);

internal sealed class SeePageVotesHandler(FeedbackDbContext context, TimeProvider clock) : IRequestHandler<SeePageVotes, Outcome<IReadOnlyList<PageVotes>>>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<PageVotes>>> Handle(SeePageVotes request, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-SeePageVotes.Days);
        return Outcome.Ok<IReadOnlyList<PageVotes>>(await context.PageVotes.AsNoTracking().Where(vote => vote.At >= since).GroupBy(vote => vote.About)
            .OrderByDescending(votes => votes.Count(vote => !vote.IsHelpful)).ThenBy(votes => votes.Key).Take(Most)
            .Select(votes => new PageVotes(votes.Key, votes.Count(vote => vote.IsHelpful), votes.Count(vote => !vote.IsHelpful))).ToListAsync(cancellationToken));
    }
}
