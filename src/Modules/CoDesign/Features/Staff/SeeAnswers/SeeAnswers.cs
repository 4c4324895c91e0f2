using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeAnswers;

/// <summary>What a round's reviewers picked, and their words as far as a moderator let them out.</summary>
internal sealed record SeeAnswers(Guid Id) : ICommand<SeenAnswers>
{
    public Permission Permission => CoDesignPermissions.Answer;
}

internal sealed record SeenAnswers(Round Round, IReadOnlyList<PartAnswers> Parts, IReadOnlyList<Theme> Themes);

/// <param name="Picks">Counts of the three and of Skip; never an average.</param>
/// <param name="None">Cards that were used and said nothing here: not good, and not bad.</param>
/// <param name="Changed">What families read now is not what the panel saw; null when it is the same, or the page is a draft.</param>
internal sealed record PartAnswers(
    Part Part, IReadOnlyDictionary<Pick, int> Picks, int None, IReadOnlyList<(Reason Reason, int Count)> Reasons, IReadOnlyList<string> Comments, string? Changed);

internal sealed class SeeAnswersHandler(CoDesignDbContext context, IReviewedPages pages, AuditTrail audit) : IRequestHandler<SeeAnswers, Outcome<SeenAnswers>>
{
    public async Task<Outcome<SeenAnswers>> Handle(SeeAnswers request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.AsNoTracking().Include(round => round.Parts).SingleOrDefaultAsync(round => round.Id == request.Id, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        // Only what may be seen is asked of the database: the words as they were typed are not among it.
        var answers = await context.Answers.AsNoTracking().Where(answer => answer.Part!.RoundId == round.Id && answer.State != Moderation.Worried)
            .Select(answer => new { answer.PartId, answer.ReviewerId, answer.Pick, answer.Reasons, answer.State, answer.Shown }).ToListAsync(cancellationToken);
        var people = answers.Select(answer => answer.ReviewerId).Distinct().Count();
        var live = new Dictionary<Guid, PinnedPage?>();
        foreach (var id in round.Parts.Select(part => part.DocumentId).OfType<Guid>().Distinct())
        {
            live[id] = await pages.LiveAsync(id, cancellationToken);
        }

        List<PartAnswers> seen = [];
        foreach (var part in round.Parts.OrderBy(part => part.Position))
        {
            var own = answers.Where(answer => answer.PartId == part.Id).ToList();
            seen.Add(new PartAnswers(
                part,
                own.Where(answer => answer.Pick is not null).GroupBy(answer => answer.Pick!.Value).ToDictionary(group => group.Key, group => group.Count()),
                people - own.Count(answer => answer.Pick is not null),
                [.. own.SelectMany(answer => answer.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries)).GroupBy(reason => reason)
                    .Select(group => (Enum.Parse<Reason>(group.Key), group.Count())).OrderByDescending(reason => reason.Item2)],
                [.. own.Where(answer => answer.State is Moderation.Accepted or Moderation.Trimmed).Select(answer => answer.Shown).OfType<string>()],
                part.DocumentId is { } document ? ChangedSince.Say(part, live[document]) : null));
        }

        var themes = await context.Themes.AsNoTracking().Where(theme => theme.RoundId == round.Id).OrderBy(theme => theme.Id).ToListAsync(cancellationToken);
        audit.Record(context, CoDesignAudit.AnswersRead, CoDesignAudit.Round, round.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new SeenAnswers(round, seen, themes);
    }
}
