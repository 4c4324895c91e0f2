namespace Medway.LocalOffer.Content.Contracts;

/// <summary>What people said about a page, for whoever writes it.</summary>
/// <param name="Said">In one line.</param>
/// <param name="Proposed">Words that they propose; null when they propose none.</param>
/// <param name="Href">The staff page where it stands.</param>
/// <param name="Needs">Name of the permission that opens it.</param>
public sealed record PageVoice(string Said, string? Proposed, string Href, string Needs);

/// <summary>
/// A module that asks people about pages. Registered as scoped, any number of them. Content prints what it answers; after a change say it with the
/// notice <see cref="CacheTag"/>.
/// </summary>
public interface IPageVoices
{
    /// <summary>Cached public pages carry this tag.</summary>
    const string CacheTag = "content";

    /// <summary>Asked under the public login too.</summary>
    /// <returns>The day on which young people had checked exactly this revision; null when they have not.</returns>
    Task<DateOnly?> CheckedByYoungPeopleAsync(Guid documentId, Guid revisionId, CancellationToken cancellationToken);

    /// <returns>What is still to be answered about the page. Behind sign-in only.</returns>
    Task<IReadOnlyList<PageVoice>> WaitingAsync(Guid documentId, CancellationToken cancellationToken);
}
