using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Work;

/// <summary>Whoever wrote any revision of a service, or looks after it.</summary>
internal sealed class ServiceMakers(ListingsDbContext context) : IPageMakers
{
    private const string Services = "services";

    public async Task<bool> IsMadeByAsync(Guid accountId, string path, CancellationToken cancellationToken)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] != Services)
        {
            return false;
        }

        var slug = parts[1];
        return await context.Services.AnyAsync(
            service => service.Slug == slug
                && (service.OwnerId == accountId || context.Revisions.Any(revision => revision.RecordId == service.Id && revision.WrittenBy == accountId)),
            cancellationToken);
    }
}
