using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Work;

/// <summary>A fact about a real body that nobody has confirmed. It is no setting: it stands in the words of something.</summary>
/// <param name="Words">What is not known.</param>
/// <param name="Where">What it stands in, in words for staff: the title of a page.</param>
/// <param name="Href">Where this person can read it, or change it where they may.</param>
/// <param name="WhoCanTell">The team or body that knows.</param>
/// <param name="Standing">How far it has come, in one short sentence.</param>
public sealed record UnknownFact(string Words, string Where, string Href, string WhoCanTell, string Standing);

/// <summary>A module's facts to confirm, beside the settings without a value. Registered as scoped, any number of them; behind sign-in only.</summary>
public interface IUnknownFacts
{
    /// <returns>Those that are not confirmed at this moment.</returns>
    Task<IReadOnlyList<UnknownFact>> ForAsync(Actor actor, CancellationToken cancellationToken);
}
