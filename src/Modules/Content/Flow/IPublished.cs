using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Markdown;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Told, in the same transaction, what became public and what did not stay so. Registered as scoped, any number of them.</summary>
internal interface IPublished
{
    /// <summary>It adds what it keeps to <paramref name="context"/>; the caller saves.</summary>
    Task OnPublishedAsync(ContentDbContext context, Document document, Variant variant, Revision revision, PageText text, CancellationToken cancellationToken);

    /// <inheritdoc cref="OnPublishedAsync"/>
    Task OnTakenDownAsync(ContentDbContext context, Document document, CancellationToken cancellationToken);
}
