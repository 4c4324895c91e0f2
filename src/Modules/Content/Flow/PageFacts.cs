using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>
/// Facts that nobody could find when the pages that come with the product were written. One counts as confirmed when somebody has checked all
/// of its page and the page no longer says "ask the council".
/// </summary>
internal sealed class PageFacts(ContentDbContext context, SeedFiles files) : IUnknownFacts
{
    private const string Unknown = "ask the council";

    public async Task<IReadOnlyList<UnknownFact>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rows = files.Rows(SeedSet.Reference, "content/to-confirm.csv", "path", "fact", "who can tell");
        var keys = rows.Select(KeyOf).Distinct().ToList();
        var pages = await (
            from document in context.Documents.AsNoTracking()
            join page in context.Published on document.Id equals page.DocumentId
            where document.SeedKey != null && keys.Contains(document.SeedKey) && page.Variant == VariantKey.Full && document.TakenDown == null && document.BinnedAt == null
            select new { document.Id, document.SeedKey, document.Path, document.LastCheckedOn, page.Title, page.Body }).ToDictionaryAsync(page => page.SeedKey!, cancellationToken);
        List<UnknownFact> facts = [];
        foreach (var row in rows)
        {
            if (pages.GetValueOrDefault(KeyOf(row)) is not { } page || (page.LastCheckedOn is not null && !page.Body.Contains(Unknown, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            facts.Add(new UnknownFact(
                row["fact"], page.Title, actor.May(ContentPermissions.Write, DocumentScope.Of(page.Path)) ? $"/staff/content/pages/{page.Id}" : page.Path, row["who can tell"],
                page.LastCheckedOn is { } on ? $"Checked on {on.Short()}. The page still says “{Unknown}”." : "Nobody has checked this page yet."));
        }

        return facts;
    }

    /// <summary>The seed file of the page: a page that was moved since is still found.</summary>
    private static string KeyOf(CsvRow row) => row["path"].Split('/') is ["", var folder and ("events" or "news" or "questions"), var slug] ? $"{folder}/{slug}" : "pages" + row["path"];
}
