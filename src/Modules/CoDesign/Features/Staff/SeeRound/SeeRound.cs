using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;

/// <summary>A round with its parts and groups; nobody's answer.</summary>
internal sealed record SeeRound(Guid Id) : IQuery<SeenRound>
{
    public Permission Permission => CoDesignPermissions.Read;
}

/// <param name="Moderator">As colleagues call them; null when nobody is named.</param>
/// <param name="Reviewers">Cards of each group, by its id.</param>
/// <param name="Waiting">Answers that wait for the moderator.</param>
internal sealed record SeenRound(
    Round Round, string? Moderator, string? ModeratorMailbox, IReadOnlyDictionary<Guid, int> Reviewers, int Finished, int Waiting, IReadOnlyList<Theme> Themes);

internal sealed class SeeRoundHandler(CoDesignDbContext context, IStaffNames names) : IRequestHandler<SeeRound, Outcome<SeenRound>>
{
    public async Task<Outcome<SeenRound>> Handle(SeeRound request, CancellationToken cancellationToken)
    {
        var round = await context.Rounds.AsNoTracking().Include(round => round.Parts.OrderBy(part => part.Position)).Include(round => round.Groups.OrderBy(group => group.Letter))
            .AsSplitQuery().SingleOrDefaultAsync(round => round.Id == request.Id, cancellationToken);
        if (round is null)
        {
            return Outcome.NotFound;
        }

        var id = $"{round.ModeratorId:D}";
        var called = await names.OfAsync([id], cancellationToken);
        var reviewers = context.Reviewers.Where(reviewer => reviewer.RoundId == round.Id);
        return new SeenRound(
            round,
            called.GetValueOrDefault(id),
            round.ModeratorId is { } moderator ? await names.MailboxAsync(moderator, cancellationToken) : null,
            await reviewers.GroupBy(reviewer => reviewer.GroupId).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken),
            await reviewers.CountAsync(reviewer => reviewer.FinishedAt != null, cancellationToken),
            await context.Answers.CountAsync(answer => answer.Part!.RoundId == round.Id && answer.State == Moderation.Waiting, cancellationToken),
            await context.Themes.AsNoTracking().Where(theme => theme.RoundId == round.Id).OrderBy(theme => theme.Id).ToListAsync(cancellationToken));
    }
}
