namespace Medway.LocalOffer.Platform.Work;

/// <summary>
/// A module that must go on knowing who somebody is. Names and birth dates stand in People alone, and go when nobody says so any more. Registered as scoped.
/// </summary>
public interface INeedsNames
{
    /// <summary>Asked for a person, and about the children to whom they are something too.</summary>
    /// <param name="personId">Whose name.</param>
    /// <param name="isErased">Everything that nothing keeps is erased with the name: what goes with it needs no name.</param>
    /// <returns>The law or the duty for which the name is needed, in words; null when it is not.</returns>
    Task<string?> WhyAsync(Guid personId, bool isErased, CancellationToken cancellationToken);
}
