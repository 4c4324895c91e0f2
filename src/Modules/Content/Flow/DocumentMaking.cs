using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;

namespace Medway.LocalOffer.Content.Flow;

/// <param name="Path">Whole; somebody has seen that it is free.</param>
internal sealed record NewDocument(DocumentKind Kind, Guid? ParentId, string Slug, string Path, string Owner, short CheckMonths)
{
    public string? SeedKey { get; init; }

    public Guid? OwnerAccountId { get; init; }

    public required DateOnly NextCheckOn { get; init; }
}

/// <summary>Makes documents and the ways they are written; the caller saves.</summary>
internal sealed class DocumentMaking(ContentDbContext context, TimeProvider clock)
{
    public Document Add(NewDocument made)
    {
        var now = clock.GetUtcNow();
        var document = new Document
        {
            Id = Guid.CreateVersion7(now),
            Kind = made.Kind,
            ParentId = made.ParentId,
            Slug = made.Slug,
            Path = made.Path,
            Owner = made.Owner,
            OwnerAccountId = made.OwnerAccountId,
            CheckMonths = made.CheckMonths,
            NextCheckOn = made.NextCheckOn,
            SeedKey = made.SeedKey,
            CreatedAt = now,
        };
        context.Documents.Add(document);
        AddVariant(document, VariantKey.Full);
        return document;
    }

    public Variant AddVariant(Document document, string key)
    {
        var variant = new Variant { Id = Guid.CreateVersion7(clock.GetUtcNow()), DocumentId = document.Id, Key = key };
        document.Variants.Add(variant);
        context.Variants.Add(variant);
        return variant;
    }
}
