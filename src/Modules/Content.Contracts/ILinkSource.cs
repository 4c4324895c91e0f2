namespace Medway.LocalOffer.Content.Contracts;

/// <summary>A place where an address of another site stands.</summary>
/// <param name="Address">Absolute, http or https; others are left out by the checker.</param>
/// <param name="Title">What it stands in, in words for staff: the title of a page, the name of a service. Never a person.</param>
/// <param name="StaffHref">The staff page where it can be mended.</param>
/// <param name="Owner">The team that answers for it; null when nobody is named.</param>
public sealed record LinkUse(string Address, string Title, string StaffHref, string? Owner);

/// <summary>
/// A module's addresses of other sites. The one link checker asks every night, so nothing has to be told to it; an address that no source names
/// any more is forgotten. Registered as scoped.
/// </summary>
public interface ILinkSource
{
    /// <summary>Lower-case, one word; the same for ever.</summary>
    string Name { get; }

    /// <returns>All that families can follow at this moment.</returns>
    Task<IReadOnlyList<LinkUse>> LinksAsync(CancellationToken cancellationToken);
}
