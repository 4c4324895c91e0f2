using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;

/// <summary>A theme with the answers that can stand under it.</summary>
internal sealed record SeeTheme(Guid Id) : IQuery<SeenTheme>
{
    public Permission Permission => CoDesignPermissions.Answer;
}

/// <param name="People">Reviewers whose answers stand under it, each once.</param>
/// <param name="Pages">Of the round.</param>
internal sealed record SeenTheme(Theme Theme, Round Round, int People, IReadOnlyList<ThemeAnswer> Answers, IReadOnlyList<PinnedTitle> Pages);

/// <param name="Words">What a moderator let out; null when there is nothing.</param>
internal sealed record ThemeAnswer(Guid Id, Part Part, Pick? Pick, string Reasons, string? Words, bool IsAttached, string? Changed);

internal sealed record PinnedTitle(Guid DocumentId, string Title, string Path);

internal sealed class SeeThemeHandler(CoDesignDbContext context, IReviewedPages pages, Counting counting) : IRequestHandler<SeeTheme, Outcome<SeenTheme>>
{
    public async Task<Outcome<SeenTheme>> Handle(SeeTheme request, CancellationToken cancellationToken)
    {
        if (await context.Themes.AsNoTracking().SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is not { } theme)
        {
            return Outcome.NotFound;
        }

        var round = await context.Rounds.AsNoTracking().Include(round => round.Parts).SingleAsync(round => round.Id == theme.RoundId, cancellationToken);
        var titles = round.Parts.Where(part => part.DocumentId is not null).OrderBy(part => part.Position).DistinctBy(part => part.DocumentId)
            .Select(part => new PinnedTitle(part.DocumentId!.Value, part.Title, part.Path!)).ToList();
        var live = new Dictionary<Guid, PinnedPage?>();
        foreach (var page in titles)
        {
            live[page.DocumentId] = await pages.LiveAsync(page.DocumentId, cancellationToken);
        }

        var rows = await context.Answers.AsNoTracking()
            .Where(answer => answer.Part!.RoundId == round.Id && answer.State != Moderation.Worried && (answer.ThemeId == null || answer.ThemeId == theme.Id)
                && (answer.Pick == Pick.Ok || answer.Pick == Pick.Hard || answer.State == Moderation.Accepted || answer.State == Moderation.Trimmed))
            .OrderBy(answer => answer.Part!.Position).ThenBy(answer => answer.Id)
            .Select(answer => new { answer.Id, answer.PartId, answer.Pick, answer.Reasons, answer.State, answer.Shown, answer.ThemeId }).Take(500).ToListAsync(cancellationToken);
        var parts = round.Parts.ToDictionary(part => part.Id);
        return new SeenTheme(
            theme, round, await counting.PeopleOfAsync(theme.Id, cancellationToken),
            [.. rows.Select(row => new ThemeAnswer(
                row.Id, parts[row.PartId], row.Pick, row.Reasons, row.State is Moderation.Accepted or Moderation.Trimmed ? row.Shown : null, row.ThemeId == theme.Id,
                parts[row.PartId].DocumentId is { } document ? ChangedSince.Say(parts[row.PartId], live[document]) : null))],
            titles);
    }
}
