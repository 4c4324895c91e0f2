using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>Writes seed texts as documents and live revisions, by the same publishing as everything else.</summary>
internal sealed class SeedWriter(
    ContentDbContext context, DocumentMaking making, Revisions revisions, Publishing publishing, Readiness readiness, TimeProvider clock)
{
    private const string By = "seed";
    private const short UsualMonths = 6;

    /// <summary>Nobody at the council has read what we wrote: they are asked to, soon.</summary>
    private const int FirstCheckMonths = 3;

    /// <summary>Twins and translations share the key of the text they belong to.</summary>
    public static string KeyOf(SeedPage page) => page.Key[..page.Key.IndexOf('.', StringComparison.Ordinal)];

    /// <returns>False when staff have given its address to something of their own.</returns>
    public async Task<bool> AddDocumentAsync(SeedPage page, CancellationToken cancellationToken)
    {
        if (await context.Documents.AnyAsync(document => document.Path == page.Path && document.BinnedAt == null, cancellationToken))
        {
            return false;
        }

        Guid? parentId = null;
        if (page.Kind.IsInTree() && page.Path.LastIndexOf('/') is > 0 and var slash)
        {
            var parent = page.Path[..slash];
            parentId = (await context.Documents.SingleOrDefaultAsync(document => document.Path == parent && document.BinnedAt == null, cancellationToken)
                ?? throw SeedPage.Wrong(page.Key, 1, $"has no page above it: write pages{parent}.md")).Id;
        }

        making.Add(new NewDocument(page.Kind, parentId, page.Slug, page.Path, page["owner"]!, (short)(page.Number("check-every") ?? UsualMonths))
        {
            SeedKey = KeyOf(page),
            NextCheckOn = clock.Today().AddMonths(FirstCheckMonths),
        });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <returns>False when the text it belongs to is not there any more.</returns>
    public async Task<bool> PublishAsync(SeedPage page, CancellationToken cancellationToken)
    {
        var key = KeyOf(page);
        var document = context.Documents.Local.SingleOrDefault(local => local.SeedKey == key)
            ?? await context.Documents.Include(known => known.Variants).SingleOrDefaultAsync(known => known.SeedKey == key, cancellationToken);
        if (document is null || document.Lifecycle != Lifecycle.Kept)
        {
            return false;
        }

        if (!page.IsTwin)
        {
            Arrange(document, page);
        }

        var variant = document.Variants.SingleOrDefault(known => known.Key == page.Variant) ?? making.AddVariant(document, page.Variant);
        var revision = await revisions.AddAsync(variant, Fields(page), By, RevisionOrigin.Seed, page.Digest, cancellationToken);
        if (await readiness.ProblemsAsync(document, variant, revision, cancellationToken) is [var first, ..])
        {
            throw new InvalidDataException($"Seed file content/{page.Key}: {first.Message}");
        }

        await publishing.GoLiveAsync(document, variant, clock.GetUtcNow(), uncheckedBy: null, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void Arrange(Document document, SeedPage page)
    {
        document.Position = page.Number("order") ?? document.Position;
        document.InMenu = page["menu"] == "yes";
        document.Icon = page["icon"];
        document.Also = page["also"];
        document.Owner = page["owner"]!;
        document.ReadingAgeReason = page["reading-age-reason"];
    }

    private static DraftFields Fields(SeedPage page) => new(page["title"]!, page["summary"]!, page.Body)
    {
        StartsAt = page.Moment("starts"),
        EndsAt = page.Moment("ends"),
        Place = page["place"],
        StaffNote = page["source"],
    };
}
