using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>A record as it is live.</summary>
/// <param name="Stamp">Changes with every write to it: says whether somebody was faster.</param>
internal sealed record LiveRecord(RecordDocument Document, RecordState State, uint Stamp);

/// <summary>Reads live records as documents.</summary>
internal sealed class LiveRecords(ListingsDbContext context)
{
    public async Task<LiveRecord?> FindAsync(RecordKind kind, Guid id, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case RecordKind.Service:
                var service = await ServiceEntries.Whole(context.Services).SingleOrDefaultAsync(service => service.Id == id, cancellationToken);
                return service is null ? null : new(Of(service), service.State, service.Version);
            case RecordKind.Organisation:
                var organisation = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
                return organisation is null ? null : new(Of(organisation), organisation.State, organisation.Version);
            default:
                var place = await context.Places.AsNoTracking().Include(place => place.AccessFacts).SingleOrDefaultAsync(place => place.Id == id, cancellationToken);
                return place is null ? null : new(Of(place), place.State, place.Version);
        }
    }

    /// <summary>Names of the organisations and places that these documents point at.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken, params IEnumerable<RecordDocument?> documents)
    {
        var services = documents.OfType<ServiceDocument>().ToList();
        Guid[] organisations = [.. services.Select(service => service.OrganisationId)];
        Guid[] places = [.. services.SelectMany(service => service.Places)];
        var names = await context.Organisations.Where(organisation => organisations.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancellationToken);
        foreach (var place in await context.Places.AsNoTracking().Where(place => places.Contains(place.Id)).ToListAsync(cancellationToken))
        {
            names[place.Id] = CardWords.FullPlace(ServiceSearchEntry.Words(place)) ?? "A place without a name";
        }

        return names;
    }

    private static ServiceDocument Of(Service service) => new()
    {
        Slug = service.Slug,
        Name = service.Name,
        Summary = service.Summary,
        OrganisationId = service.OrganisationId,
        Type = service.Kind,
        Level = service.ShortBreakLevel,
        AgeFrom = service.AgeFrom,
        AgeTo = service.AgeTo,
        Needs = [.. Vocabulary.Needs.Where(need => service.Needs.Exists(said => said.Need == need))],
        Eligibility = service.Eligibility,
        DiagnosisNeeded = service.DiagnosisNeeded,
        IsOnline = service.IsOnline,
        ComesToYou = service.ComesToYou,
        Areas = [.. service.Areas.Select(area => area.AreaCode).Order(StringComparer.Ordinal)],
        Places = [.. service.Places.OrderBy(place => place.Position).Select(place => place.PlaceId)],
        JoinRoute = service.JoinRoute,
        Times = service.Times,
        Sessions = [.. service.Sessions.OrderBy(session => session.Position).Select(session => session.ToRule())],
        Costs = [.. service.Costs.OrderBy(cost => cost.Position).Select(cost => new CostWords(cost.Kind, cost.Label, cost.AmountPence, cost.Unit, cost.Note))],
        Facts = FactsOf(service.AccessFacts),
        Languages = [.. service.Languages.Select(language => language.Code).Order(StringComparer.Ordinal)],
        Interpreter = service.Interpreter,
        FirstVisit = service.FirstVisit,
        WhoDecides = service.WhoDecides,
        HowToGet = service.HowToGet,
        UsualWait = service.UsualWait,
        IfRefused = service.IfRefused,
        Phone = service.Phone,
        Email = service.Email,
        Website = service.Website,
        CheckMonths = service.CheckMonths,
    };

    private static OrganisationDocument Of(Organisation organisation) => new()
    {
        Slug = organisation.Slug,
        Name = organisation.Name,
        Description = organisation.Description,
        Phone = organisation.Phone,
        Email = organisation.Email,
        Website = organisation.Website,
    };

    private static PlaceDocument Of(Place place) => new()
    {
        Name = place.Name,
        Address = place.Address,
        Town = place.Town,
        Postcode = place.Postcode,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        Facts = FactsOf(place.AccessFacts),
    };

    private static IReadOnlyList<FactSaid> FactsOf(IEnumerable<AccessFact> facts) =>
        [.. facts.OrderBy(fact => fact.Key).Select(fact => new FactSaid(fact.Key, fact.Answer, fact.Note))];
}
