using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Work;

/// <summary>One row of My work: something that this person, and not just anybody, can act on.</summary>
/// <param name="Kind">What sort of thing it is, in two or three words, for example <c>Waiting for your check</c>.</param>
/// <param name="Title">What it is about. Never a name or a need of a person: a reference.</param>
/// <param name="Why">One line: why it stands here and is mine.</param>
/// <param name="Due">Date in London; null when nothing hangs on a date.</param>
/// <param name="Href">The page where it is done.</param>
/// <param name="Action">The words on its button, for example <c>Check it</c>.</param>
/// <param name="Icon">Name of a line icon, for example <c>i-clock</c>.</param>
public sealed record WorkItem(string Kind, string Title, string Why, DateOnly? Due, string Href, string Action, string Icon = "i-clock");

/// <summary>A module's contribution to My work. Registered as scoped.</summary>
public interface IWorkItems
{
    /// <returns>Only what <paramref name="actor"/> may and should do; at most 50, the most urgent first.</returns>
    Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken);
}
