using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Work;

/// <summary>Web addresses on the pages of services and organisations, for the link checker.</summary>
internal sealed class ServiceLinks(ListingsDbContext context) : ILinkSource
{
    public string Name => ListingsModule.SchemaName;

    public async Task<IReadOnlyList<LinkUse>> LinksAsync(CancellationToken cancellationToken)
    {
        var services = await context.Services.AsNoTracking().Where(service => service.State == RecordState.Live && (service.Website != null || service.SourceUrl != null))
            .OrderBy(service => service.Id).Select(service => new { service.Id, service.Name, service.Website, service.SourceUrl }).ToListAsync(cancellationToken);
        var organisations = await context.Organisations.AsNoTracking().Where(organisation => organisation.State == RecordState.Live && organisation.Website != null)
            .OrderBy(organisation => organisation.Id).Select(organisation => new { organisation.Id, organisation.Name, organisation.Website }).ToListAsync(cancellationToken);
        return
        [
            .. services.SelectMany(service => new[] { service.Website, service.SourceUrl }.OfType<string>().Distinct()
                .Select(address => new LinkUse(address, service.Name, RecordThings.At(RecordKind.Service, service.Id), null))),
            .. organisations.Select(organisation => new LinkUse(organisation.Website!, organisation.Name, RecordThings.At(RecordKind.Organisation, organisation.Id), null)),
        ];
    }
}
