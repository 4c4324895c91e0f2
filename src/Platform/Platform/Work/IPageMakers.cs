namespace Medway.LocalOffer.Platform.Work;

/// <summary>A module that knows who made its public pages, so that nobody decides about what is said of their own. Registered as scoped; behind sign-in only.</summary>
public interface IPageMakers
{
    /// <param name="path">As an address of the site, with a leading slash; whatever stands there.</param>
    /// <returns>True when this account wrote any of the page or looks after it; false for a page of another module and for none.</returns>
    Task<bool> IsMadeByAsync(Guid accountId, string path, CancellationToken cancellationToken);
}
