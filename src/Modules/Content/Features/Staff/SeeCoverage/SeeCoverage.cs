using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.SeeCoverage;

/// <summary>The points that the law says a Local Offer must answer, and where each is answered today.</summary>
internal sealed record SeeCoverage : IQuery<IReadOnlyList<CoveredPoint>>
{
    public Permission Permission => ContentPermissions.Coverage;
}

/// <param name="Code">LO01 to LO31.</param>
/// <param name="Address">Page and anchor.</param>
/// <param name="Title">Of the page; null when no live page stands there any more.</param>
/// <param name="HasAnchor">The heading is still on the page.</param>
internal sealed record CoveredPoint(string Code, string Point, string Address, string? Title, bool HasAnchor, DateOnly? LastCheckedOn)
{
    public bool IsAnswered => Title is not null && HasAnchor;
}

internal sealed class SeeCoverageHandler(ContentDbContext context, PageTexts texts, SeedFiles files) : IRequestHandler<SeeCoverage, Outcome<IReadOnlyList<CoveredPoint>>>
{
    private const string File = "content/coverage.csv";

    public async Task<Outcome<IReadOnlyList<CoveredPoint>>> Handle(SeeCoverage request, CancellationToken cancellationToken)
    {
        var rows = files.Rows(SeedSet.Reference, File, "code", "point", "path", "anchor");
        var paths = rows.Select(row => row["path"]).Distinct().ToList();
        var pages = await PagesAsync(paths, cancellationToken);
        Dictionary<string, IReadOnlySet<string>> anchors = new(StringComparer.Ordinal);
        foreach (var (path, page) in pages)
        {
            var text = await texts.ReadAsync(page.Body, TextKind.Full, cancellationToken);
            anchors[path] = text.Headings.Select(heading => heading.Anchor).ToHashSet(StringComparer.Ordinal);
        }

        return Outcome.Ok<IReadOnlyList<CoveredPoint>>(
        [
            .. rows.Select(row =>
            {
                var page = pages.GetValueOrDefault(row["path"]);
                var anchor = row["anchor"];
                return new CoveredPoint(
                    row["code"], row["point"], anchor.Length == 0 ? page?.Address ?? row["path"] : $"{page?.Address ?? row["path"]}#{anchor}", page?.Title,
                    page is not null && (anchor.Length == 0 || anchors[row["path"]].Contains(anchor)), page?.LastCheckedOn);
            }),
        ]);
    }

    /// <summary>By the path that the list names; a page that was moved is found through its old address.</summary>
    private async Task<Dictionary<string, PublishedPage>> PagesAsync(List<string> paths, CancellationToken cancellationToken)
    {
        var found = await context.Published.AsNoTracking().Where(page => page.Variant == VariantKey.Full && page.TakenDown == null && paths.Contains(page.Path))
            .ToDictionaryAsync(page => page.Path, cancellationToken);
        var moved = await (
            from redirect in context.Redirects.AsNoTracking()
            join page in context.Published on redirect.DocumentId equals page.DocumentId
            where paths.Contains(redirect.FromPath) && page.Variant == VariantKey.Full && page.TakenDown == null
            select new { redirect.FromPath, page }).ToListAsync(cancellationToken);
        foreach (var old in moved)
        {
            found.TryAdd(old.FromPath, old.page);
        }

        return found;
    }
}
