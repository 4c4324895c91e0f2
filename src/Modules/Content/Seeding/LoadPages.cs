using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>
/// Loads the texts that come with the product, all or none. One that nobody has touched follows its file; one that staff have edited, moved,
/// taken down or binned stays as they left it.
/// </summary>
/// <param name="Pages">Glossary and parents before what needs them.</param>
internal sealed record LoadPages(IReadOnlyList<SeedPage> Pages) : ICommand<LoadedPages>
{
    public Permission Permission => ContentPermissions.Load;
}

internal sealed record LoadedPages(int Added, int Changed);

internal sealed class LoadPagesHandler(ContentDbContext context, SeedWriter writer, PublishedPages published, AuditTrail audit) : IRequestHandler<LoadPages, Outcome<LoadedPages>>
{
    public async Task<Outcome<LoadedPages>> Handle(LoadPages request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var digests = await (
            from document in context.Documents
            where document.SeedKey != null
            from variant in document.Variants
            join revision in context.Revisions on variant.LiveRevisionId equals revision.Id into live
            from revision in live.DefaultIfEmpty()
            select new KnownText(
                document.SeedKey!, variant.Key, revision.SeedDigest,
                variant.DraftRevisionId == null && revision.Origin == RevisionOrigin.Seed && document.BinnedAt == null && document.TakenDown == null))
            .ToDictionaryAsync(text => (text.SeedKey, text.Variant), cancellationToken);

        int added = 0, changed = 0;
        foreach (var page in request.Pages)
        {
            var key = SeedWriter.KeyOf(page);
            var known = digests.GetValueOrDefault((key, page.Variant));
            if (known is null)
            {
                if (!page.IsTwin && !await writer.AddDocumentAsync(page, cancellationToken))
                {
                    continue;
                }

                added += await writer.PublishAsync(page, cancellationToken) ? 1 : 0;
            }
            else if (known is { Untouched: true } && known.Digest != page.Digest)
            {
                changed += await writer.PublishAsync(page, cancellationToken) ? 1 : 0;
            }
        }

        if (added + changed > 0)
        {
            audit.Record(context, ContentAudit.Loaded, "import", null, changes:
            [
                new AuditChange("pages_added", null, added.ToString(CultureInfo.InvariantCulture)),
                new AuditChange("pages_changed", null, changed.ToString(CultureInfo.InvariantCulture)),
            ]);
            await context.SaveChangesAsync(cancellationToken);
            await published.TellAsync(cancellationToken);
        }

        return new LoadedPages(added, changed);
    }

    private sealed record KnownText(string SeedKey, string Variant, string? Digest, bool Untouched);
}
