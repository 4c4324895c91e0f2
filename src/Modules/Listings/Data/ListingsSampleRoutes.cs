using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>A live slug for each public page of the directory.</summary>
internal sealed class ListingsSampleRoutes(ListingsDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var service = await context.Services.OrderBy(service => service.Slug).Select(service => service.Slug).FirstAsync(cancellationToken);
        var dated = await context.Services.Where(service => service.Sessions.Count > 0).OrderBy(service => service.Slug).Select(service => service.Slug).FirstAsync(cancellationToken);
        var organisation = await context.Organisations.OrderBy(organisation => organisation.Slug).Select(organisation => organisation.Slug).FirstAsync(cancellationToken);
        var ofService = new Dictionary<string, string> { ["slug"] = service };
        return new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["services/{slug}"] = ofService,
            ["services/{slug}/share"] = ofService,
            ["services/{slug}/large-print"] = ofService,
            ["services/{slug}/text"] = ofService,
            ["services/{slug}/calendar.ics"] = new Dictionary<string, string> { ["slug"] = dated },
            ["organisations/{slug}"] = new Dictionary<string, string> { ["slug"] = organisation },
        };
    }
}
