using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.Api.OpenReferral;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>A live record for each page about one.</summary>
internal sealed class ListingsSampleRoutes(ListingsDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var service = await context.Services.OrderBy(service => service.Slug).Select(service => service.Slug).FirstAsync(cancellationToken);
        var dated = await context.Services.Where(service => service.Sessions.Count > 0).OrderBy(service => service.Slug).Select(service => service.Slug).FirstAsync(cancellationToken);
        var organisation = await context.Organisations.OrderBy(organisation => organisation.Slug).Select(organisation => organisation.Slug).FirstAsync(cancellationToken);
        var ofService = new Dictionary<string, string> { ["slug"] = service };
        Dictionary<string, IReadOnlyDictionary<string, string>> values = new()
        {
            ["services/{slug}"] = ofService,
            ["services/{slug}/share"] = ofService,
            ["services/{slug}/large-print"] = ofService,
            ["services/{slug}/text"] = ofService,
            ["services/{slug}/calendar.ics"] = new Dictionary<string, string> { ["slug"] = dated },
            ["organisations/{slug}"] = new Dictionary<string, string> { ["slug"] = organisation },

            // A real token is a secret.
            ["link/listing/{token}"] = new Dictionary<string, string> { ["token"] = "made-up" },
        };
        var serviceId = await context.Services.Where(row => row.Slug == service).Select(row => row.Id).SingleAsync(cancellationToken);
        foreach (var verb in new[] { "", "/history", "/archive", "/merge" })
        {
            values[$"staff/listings/{{things}}/{{id}}{verb}"] = Record("services", serviceId);
        }

        if (await context.Revisions.Where(revision => revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted)
            .OrderBy(revision => revision.WrittenAt).FirstOrDefaultAsync(cancellationToken) is { } draft)
        {
            values["staff/listings/{things}/{id}/draft"] = Record(RecordThings.Of(draft.Kind), draft.RecordId);
        }

        if (await context.FileLoads.OrderBy(load => load.AskedAt).Select(load => (Guid?)load.Id).FirstOrDefaultAsync(cancellationToken) is { } load)
        {
            values["staff/listings/import/{id}"] = Id(load);
        }

        values["staff/listings/services/{id}/edit"] = values["staff/listings/services/{id}/check"] = Id(serviceId);
        values["staff/listings/organisations/{id}/edit"] = Id(await context.Organisations.OrderBy(row => row.Slug).Select(row => row.Id).FirstAsync(cancellationToken));
        values["staff/listings/places/{id}/edit"] = Id(await context.Places.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(cancellationToken));
        values["openreferral/services/{id}"] = Id(serviceId);
        values["openreferral/organizations/{id}"] = Id(await context.Services.Where(row => row.Id == serviceId).Select(row => row.OrganisationId).SingleAsync(cancellationToken));
        var at = await context.ServicePlaces.Where(row => row.Place!.State == RecordState.Live).OrderBy(row => row.ServiceId).FirstAsync(cancellationToken);
        values["openreferral/service_at_locations/{id}"] = Id(FeedMapping.AtLocationId(at.ServiceId, at.PlaceId));
        values["openreferral/taxonomies/{id}"] = Id(FeedTaxonomies.Kinds.Id);
        values["openreferral/taxonomy_terms/{id}"] = Id(FeedTaxonomies.Terms[0].Id);
        return values;
    }

    private static Dictionary<string, string> Id(Guid id) => new() { ["id"] = id.ToString() };

    private static Dictionary<string, string> Record(string things, Guid id) => new() { ["things"] = things, ["id"] = id.ToString() };
}
