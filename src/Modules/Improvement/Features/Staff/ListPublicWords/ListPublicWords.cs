using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.ListPublicWords;

/// <summary>Every part, and how far its words for the public are.</summary>
internal sealed record ListPublicWords : IQuery<IReadOnlyList<PublicRow>>
{
    public Permission Permission => ImprovementPermissions.Publish;
}

/// <param name="Latest">The latest words; null when there are none.</param>
/// <param name="Decision">About those words.</param>
/// <param name="ShownSince">When what is on the page was published; null when nothing is.</param>
internal sealed record PublicRow(ImprovementPart Part, PublicWords? Latest, PublicDecision? Decision, DateTimeOffset? ShownSince)
{
    public bool Waits => Latest is not null && Decision is null;
}

internal sealed class ListPublicWordsHandler(ImprovementDbContext context) : IRequestHandler<ListPublicWords, Outcome<IReadOnlyList<PublicRow>>>
{
    public async Task<Outcome<IReadOnlyList<PublicRow>>> Handle(ListPublicWords request, CancellationToken cancellationToken)
    {
        var parts = await context.Parts.AsNoTracking().OrderBy(part => part.Position).ToListAsync(cancellationToken);
        var words = (await context.PublicTexts.AsNoTracking().OrderBy(words => words.At).ToListAsync(cancellationToken)).GroupBy(words => words.PartId).ToDictionary(all => all.Key, all => all.Last());
        var decisions = await context.PublicDecisions.AsNoTracking().ToDictionaryAsync(decision => decision.WordsId, cancellationToken);
        var shown = (await context.Progress.AsNoTracking().OrderBy(row => row.PublishedAt).ToListAsync(cancellationToken)).GroupBy(row => row.PartId).ToDictionary(all => all.Key, all => all.Last());
        return Outcome.Ok<IReadOnlyList<PublicRow>>(
        [
            .. from part in parts
               let latest = words.GetValueOrDefault(part.Id)
               let row = shown.GetValueOrDefault(part.Id)
               select new PublicRow(part, latest, latest is null ? null : decisions.GetValueOrDefault(latest.Id), row is { IsShown: true } ? row.PublishedAt : null),
        ]);
    }
}
