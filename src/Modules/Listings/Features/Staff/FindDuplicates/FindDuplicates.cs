using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.FindDuplicates;

/// <summary>Pairs of live records that may be one.</summary>
internal sealed record FindDuplicates : IQuery<DuplicatesView>
{
    /// <summary>Of each kind on the page: the likeliest first.</summary>
    public const int Most = 50;

    public Permission Permission => ListingsPermissions.DecideRecords;
}

internal sealed record DuplicatesView(IReadOnlyList<DuplicatePair> Services, IReadOnlyList<DuplicatePair> Organisations, IReadOnlyList<DuplicatePair> Places);

internal sealed class FindDuplicatesHandler(ListingsDbContext context) : IRequestHandler<FindDuplicates, Outcome<DuplicatesView>>
{
    public async Task<Outcome<DuplicatesView>> Handle(FindDuplicates request, CancellationToken cancellationToken)
    {
        var services = await context.Services.AsNoTracking().Where(service => service.State == RecordState.Live)
            .Select(service => new Lookalike(
                service.Id, service.Name, service.Organisation!.Name, service.Phone, service.Website,
                service.Places.OrderBy(place => place.Position).Select(place => place.Place!.Postcode).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var organisations = await context.Organisations.AsNoTracking().Where(organisation => organisation.State == RecordState.Live)
            .Select(organisation => new Lookalike(organisation.Id, organisation.Name, null, organisation.Phone, organisation.Website, null)).ToListAsync(cancellationToken);
        var places = await context.Places.AsNoTracking().Where(place => place.State == RecordState.Live && place.Name != null)
            .Select(place => new Lookalike(place.Id, place.Name!, place.Town, null, null, place.Postcode)).ToListAsync(cancellationToken);
        return new DuplicatesView(Likeliest(services), Likeliest(organisations), Likeliest(places));
    }

    private static IReadOnlyList<DuplicatePair> Likeliest(List<Lookalike> records) => [.. Duplicates.Find(records).Take(FindDuplicates.Most)];
}
