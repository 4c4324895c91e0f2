using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <summary>Puts a published row, or one that a preview made up, together with what stands round it.</summary>
internal sealed class PageSurroundings(ContentDbContext context, PageTexts texts, IEnumerable<IPageVoices> voices)
{
    public async Task<PageView> ShowAsync(PublishedPage page, CancellationToken cancellationToken)
    {
        var text = await texts.ReadAsync(page.Body, VariantKey.KindOf(page.Variant), cancellationToken, VariantKey.Language(page.Variant));
        string[] pathsAbove = [.. Above(page.Path)];
        var near = await context.Published.AsNoTracking()
            .Where(other => other.Variant == VariantKey.Full && other.TakenDown == null
                && (pathsAbove.Contains(other.Path) || other.ParentId == page.DocumentId || (page.ParentId != null && other.ParentId == page.ParentId)))
            .OrderBy(other => other.Position).ThenBy(other => other.Title)
            .Select(other => new Near(other.DocumentId, other.ParentId, other.Kind, other.Title, other.Address, other.Summary, other.Icon))
            .ToListAsync(cancellationToken);
        var variants = await context.Published.AsNoTracking().Where(other => other.DocumentId == page.DocumentId && other.TakenDown == null)
            .Select(other => other.Variant).ToListAsync(cancellationToken);

        var above = near.Where(other => pathsAbove.Contains(other.Address)).OrderBy(other => other.Address.Length).ToList();
        var under = near.Where(other => other.ParentId == page.DocumentId).ToList();
        var beside = near.Where(other => page.ParentId is not null && other.ParentId == page.ParentId).ToList();
        var parent = above.LastOrDefault();
        var journey = IsWhole(page.Kind)
            ? Walk(new Near(page.DocumentId, page.ParentId, page.Kind, page.Title, page.Path, page.Summary, page.Icon), under, page.DocumentId)
            : parent is not null && IsWhole(parent.Kind) ? Walk(parent, beside, page.DocumentId) : null;
        return new PageView(
            page, text, [.. above.Select(Link)],

            // What the text leads to already is not listed a second time.
            journey is null ? [.. under.Where(other => !text.Links.Contains(other.Address)).Select(Link)] : [],
            journey is null && beside.Count > 1 ? [.. beside.Select(Link)] : [],
            journey, variants)
        { CheckedByYoungPeople = await CheckedAsync(page, cancellationToken) };
    }

    private async Task<DateOnly?> CheckedAsync(PublishedPage page, CancellationToken cancellationToken)
    {
        DateOnly? last = null;
        foreach (var voice in voices)
        {
            last = await voice.CheckedByYoungPeopleAsync(page.DocumentId, page.RevisionId, cancellationToken) ?? last;
        }

        return last;
    }

    /// <summary>A draft with the pages of its branch, drafts too, for whoever was sent a link to it. Needs the private login.</summary>
    public async Task<PageView> ShowDraftsAsync(PublishedPage page, string root, CancellationToken cancellationToken)
    {
        var text = await texts.ReadAsync(page.Body, page.Variant == VariantKey.EasyRead ? TextKind.EasyRead : TextKind.Full, cancellationToken, VariantKey.Language(page.Variant));
        var branch = await (
            from document in context.Documents.AsNoTracking()
            where document.BinnedAt == null && (document.Path == root || EF.Functions.Like(document.Path, root + "/%"))
            from variant in document.Variants
            where variant.Key == VariantKey.Full
            join revision in context.Revisions on (variant.DraftRevisionId ?? variant.LiveRevisionId) equals revision.Id
            orderby document.Path.Length, document.Position, revision.Title
            select new PageLink(revision.Title, document.Path, revision.Summary, null)).ToListAsync(cancellationToken);
        return new PageView(page, text, [], branch.Count > 1 ? branch : [], [], null, []);
    }

    /// <summary>The paths over it, without its own: for <c>/a/b/c</c> these are <c>/a</c> and <c>/a/b</c>.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private static bool IsWhole(DocumentKind kind) => kind is DocumentKind.Guide or DocumentKind.StepByStep;

    /// <summary>The whole comes first, as its own first page.</summary>
    private static Journey Walk(Near whole, List<Near> parts, Guid here) => new(
        whole.Title,
        [Link(whole), .. parts.Select(Link)],
        here == whole.DocumentId ? 0 : 1 + parts.FindIndex(part => part.DocumentId == here),
        whole.Kind == DocumentKind.StepByStep);

    private static PageLink Link(Near page) => new(page.Title, page.Address, page.Summary, page.Icon);

    private sealed record Near(Guid DocumentId, Guid? ParentId, DocumentKind Kind, string Title, string Address, string Summary, string? Icon);
}
