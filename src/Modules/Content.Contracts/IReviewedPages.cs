namespace Medway.LocalOffer.Content.Contracts;

/// <summary>One part of a page: from one heading to the next.</summary>
/// <param name="Id">The heading's anchor; <c>top</c> for what stands above the first heading. An editor who fixes it with <c>{#anchor}</c> may change the words.</param>
/// <param name="Html">Safe to print as it is. Marks such as <c>&lt;i data-icon="i-phone"&gt;&lt;/i&gt;</c> stand where icons go.</param>
public sealed record PageSection(string Id, string Heading, string Html);

/// <summary>What a page says at one moment, in parts. A revision never changes.</summary>
/// <param name="RevisionId">Of the draft when there is one, or else of what is live.</param>
/// <param name="WrittenBy">Who saved that revision, as the audit trail names an actor.</param>
public sealed record PinnedPage(Guid DocumentId, Guid RevisionId, string Path, string Title, string WrittenBy, IReadOnlyList<PageSection> Sections);

/// <summary>Pages as people are asked about them. Behind sign-in only: it sees drafts.</summary>
public interface IReviewedPages
{
    /// <param name="path">Of a page, with a leading slash.</param>
    /// <returns>Null when there is no such page, or it says nothing yet.</returns>
    Task<PinnedPage?> OpenAsync(string path, CancellationToken cancellationToken);

    /// <returns>What families read now; null when the page is not live.</returns>
    Task<PinnedPage?> LiveAsync(Guid documentId, CancellationToken cancellationToken);
}
