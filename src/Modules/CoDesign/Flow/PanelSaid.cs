using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Feedback.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Published themes as lines of "You said, we did".</summary>
internal sealed class PanelSaid(CoDesignDbContext context) : IYouSaid
{
    public const string Source = "panel";

    public async Task<IReadOnlyList<YouSaid>> PublishedAsync(CancellationToken ct) =>
        await context.PublishedThemes.AsNoTracking().OrderBy(theme => theme.Slug).ThenBy(theme => theme.Position)
            .Select(theme => new YouSaid(
                theme.Id.ToString(), Source, theme.Said, theme.EasySaid, theme.Status, theme.Response, theme.EasyResponse, theme.By, theme.BeforePath, theme.AfterPath, theme.People,
                theme.PublishedOn))
            .ToListAsync(ct);
}
