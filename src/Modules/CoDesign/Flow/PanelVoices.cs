using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Content.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>What panels said, for the page that it is about.</summary>
internal sealed class PanelVoices(CoDesignDbContext context) : IPageVoices
{
    public async Task<DateOnly?> CheckedByYoungPeopleAsync(Guid documentId, Guid revisionId, CancellationToken cancellationToken) =>
        await context.CheckedPages.AsNoTracking().Where(page => page.DocumentId == documentId && page.RevisionId == revisionId)
            .Select(page => (DateOnly?)page.On).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<PageVoice>> WaitingAsync(Guid documentId, CancellationToken cancellationToken) =>
        await context.Themes.AsNoTracking().Where(theme => theme.DocumentId == documentId && context.Rounds.Any(round => round.Id == theme.RoundId && (round.State == RoundState.Closed || round.State == RoundState.BeingAnswered)))
            .OrderBy(theme => theme.Id).Select(theme => new PageVoice(theme.Said, theme.Proposed, "/staff/codesign/themes/" + theme.Id, CoDesignPermissions.AnswerName))
            .ToListAsync(cancellationToken);
}
