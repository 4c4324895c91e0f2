namespace Medway.LocalOffer.Platform.Search;

/// <summary>The projection as a whole; module Search keeps it.</summary>
public interface ISearchProjection
{
    /// <summary>Builds every module's entries and the word list anew, in one transaction. Needs the private login.</summary>
    /// <returns>How many entries there are now.</returns>
    Task<int> RebuildAsync(CancellationToken cancellationToken);
}
