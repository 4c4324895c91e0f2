using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Published;

/// <summary>This module's own lines, as they were published.</summary>
internal sealed class OwnYouSaid(FeedbackDbContext context) : IYouSaid
{
    public async Task<IReadOnlyList<YouSaid>> PublishedAsync(CancellationToken ct)
    {
        var rows = await context.YouSaid.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => row.ThemeId).Select(versions => versions.Last()).Select(row => new YouSaid(
                row.ThemeId.ToString("n"), "comments", row.Said, row.EasySaid, row.Status, row.Response, row.EasyResponse, row.By, row.BeforePath, row.AfterPath, row.People, row.PublishedOn)),
        ];
    }
}
