namespace Medway.LocalOffer.Platform.Work;

/// <summary>
/// One live value for each parameter of a module's routes, so that the permission matrix and the accessibility crawl reach every page on the
/// day it exists. Registered as scoped; asked by tests only.
/// </summary>
public interface ISampleRoutes
{
    /// <returns>Route pattern without a leading slash, as declared (<c>services/{slug}</c>), and its values by parameter name.</returns>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken);
}
