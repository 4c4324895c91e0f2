using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Contacts of who runs services, out of a file that states them of each service: those that all rows of one organisation agree on. A number
/// of one service is not the number of who runs it.
/// </summary>
internal sealed class OrganisationContacts
{
    private readonly Dictionary<string, OrganisationDraft> bySlug = new(StringComparer.Ordinal);

    public void Add(ServiceDraft row)
    {
        var slug = row.Organisation.Slug;
        bySlug[slug] = bySlug.TryGetValue(slug, out var said)
            ? said with { Phone = Agreed(said.Phone, row.Phone), Email = Agreed(said.Email, row.Email), Website = Agreed(said.Website, row.Website) }
            : row.Organisation with { Phone = row.Phone, Email = row.Email, Website = row.Website };
    }

    /// <summary>With what its organisation's rows agree on, once all of them were added.</summary>
    public ServiceDraft WithContacts(ServiceDraft row) => row with { Organisation = bySlug[row.Organisation.Slug] };

    private static string? Agreed(string? said, string? again) => string.Equals(said, again, StringComparison.OrdinalIgnoreCase) ? said : null;
}
