using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>Makes a document the live record: rows, the address it once had, and every search entry that shows it. In the caller's transaction.</summary>
internal sealed class RecordWriter(ListingsDbContext context, ServiceEntries entries, TimeProvider clock)
{
    public async Task WriteAsync(Guid id, RecordDocument document, CancellationToken cancellationToken)
    {
        switch (document)
        {
            case ServiceDocument service:
                await WriteServiceAsync(id, service, cancellationToken);
                break;
            case OrganisationDocument organisation:
                await WriteOrganisationAsync(id, organisation, cancellationToken);
                break;
            case PlaceDocument place:
                await WritePlaceAsync(id, place, cancellationToken);
                break;
        }

        await context.SaveChangesAsync(cancellationToken);
        await RefreshAsync(document.Kind, id, cancellationToken);
    }

    /// <summary>Writes anew the search entries of whatever shows this record, and tells every host.</summary>
    public async Task RefreshAsync(RecordKind kind, Guid id, CancellationToken cancellationToken) => await RefreshAsync(
        await (kind switch
        {
            RecordKind.Service => context.Services.Where(service => service.Id == id),
            RecordKind.Organisation => context.Services.Where(service => service.OrganisationId == id),
            _ => context.Services.Where(service => service.Places.Any(place => place.PlaceId == id)),
        }).Select(service => service.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>The same for these services.</summary>
    public async Task RefreshAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        var services = await ServiceEntries.Whole(context.Services).Where(service => ids.Contains(service.Id)).ToListAsync(cancellationToken);
        var standing = await context.SearchEntries.Where(entry => ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        foreach (var service in services)
        {
            var stands = standing.GetValueOrDefault(service.Id);
            if (entries.Of(service) is not { } entry)
            {
                context.RemoveRange(stands is null ? [] : [stands]);
            }
            else if (stands is null)
            {
                context.Add(entry);
            }
            else
            {
                context.Entry(stands).CurrentValues.SetValues(entry);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, ListingsModule.CacheTag, cancellationToken);
    }

    private async Task WriteServiceAsync(Guid id, ServiceDocument document, CancellationToken cancellationToken)
    {
        var service = await context.Services.SingleOrDefaultAsync(service => service.Id == id, cancellationToken);
        if (service is null)
        {
            service = new Service
            {
                Id = id,
                Slug = document.Slug,
                OrganisationId = document.OrganisationId,
                Name = document.Name,
                Summary = document.Summary,
                Kind = document.Type,
                LoadedOn = clock.Today(),
                Verified = Verification.GeneralKnowledge,
                Sureness = Sureness.NotChecked,
            };
            context.Add(service);
        }

        await MoveAddressAsync(RecordKind.Service, id, service.Slug, document.Slug, cancellationToken);
        var factsBefore = await context.AccessFacts.AsNoTracking().Where(fact => fact.ServiceId == id).ToListAsync(cancellationToken);
        await context.Needs.Where(need => need.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.CostOptions.Where(cost => cost.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.ServicePlaces.Where(place => place.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Sessions.Where(session => session.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceAreas.Where(area => area.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.ServiceLanguages.Where(language => language.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        await context.AccessFacts.Where(fact => fact.ServiceId == id).ExecuteDeleteAsync(cancellationToken);
        Apply(document, service);
        context.AddRange(FactsOf(document.Facts, factsBefore, serviceId: id, placeId: null));
    }

    private static void Apply(ServiceDocument document, Service service)
    {
        service.Slug = document.Slug;
        service.Name = document.Name;
        service.Summary = document.Summary;
        service.OrganisationId = document.OrganisationId;
        service.Kind = document.Type;
        service.ShortBreakLevel = document.Level;
        service.AgeFrom = document.AgeFrom;
        service.AgeTo = document.AgeTo;
        service.Eligibility = document.Eligibility;
        service.DiagnosisNeeded = document.DiagnosisNeeded;
        service.IsOnline = document.IsOnline;
        service.ComesToYou = document.ComesToYou;
        service.JoinRoute = document.JoinRoute;
        service.Times = document.Times;
        service.Interpreter = document.Interpreter;
        service.FirstVisit = document.FirstVisit;
        service.WhoDecides = document.WhoDecides;
        service.HowToGet = document.HowToGet;
        service.UsualWait = document.UsualWait;
        service.IfRefused = document.IfRefused;
        service.Phone = document.Phone;
        service.Email = document.Email;
        service.Website = document.Website;
        service.CheckMonths = document.CheckMonths;
        service.Needs.AddRange(document.Needs.Select(need => new ServiceNeed { ServiceId = service.Id, Need = need }));
        service.Areas.AddRange(document.Areas.Select(code => new ServiceArea { ServiceId = service.Id, AreaCode = code }));
        service.Languages.AddRange(document.Languages.Select(code => new ServiceLanguage { ServiceId = service.Id, Code = code }));
        service.Places.AddRange(document.Places.Select((place, position) => new ServicePlace { ServiceId = service.Id, PlaceId = place, Position = (short)position }));
        service.Sessions.AddRange(document.Sessions.Select((rule, position) => Session.From(service.Id, rule, position)));
        service.Costs.AddRange(document.Costs.Select((cost, position) => CostOption.From(service.Id, cost, position)));
    }

    private async Task WriteOrganisationAsync(Guid id, OrganisationDocument document, CancellationToken cancellationToken)
    {
        var organisation = await context.Organisations.SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
        if (organisation is null)
        {
            organisation = new Organisation { Id = id, Slug = document.Slug, Name = document.Name };
            context.Add(organisation);
        }

        await MoveAddressAsync(RecordKind.Organisation, id, organisation.Slug, document.Slug, cancellationToken);
        organisation.Slug = document.Slug;
        organisation.Name = document.Name;
        organisation.Description = document.Description;
        organisation.Phone = document.Phone;
        organisation.Email = document.Email;
        organisation.Website = document.Website;
    }

    private async Task WritePlaceAsync(Guid id, PlaceDocument document, CancellationToken cancellationToken)
    {
        var place = await context.Places.SingleOrDefaultAsync(place => place.Id == id, cancellationToken);
        if (place is null)
        {
            place = new Place { Id = id };
            context.Add(place);
        }

        var factsBefore = await context.AccessFacts.AsNoTracking().Where(fact => fact.PlaceId == id).ToListAsync(cancellationToken);
        await context.AccessFacts.Where(fact => fact.PlaceId == id).ExecuteDeleteAsync(cancellationToken);
        place.Name = document.Name;
        place.Address = document.Address;
        place.Town = document.Town;
        place.Postcode = document.Postcode;
        place.Latitude = document.Latitude;
        place.Longitude = document.Longitude;
        place.PositionIsExact = document.Latitude is not null && document.Postcode is not null;
        context.AddRange(FactsOf(document.Facts, factsBefore, serviceId: null, placeId: id));
    }

    /// <summary>What stays as it was keeps who said it and when it was confirmed.</summary>
    private static IEnumerable<AccessFact> FactsOf(IReadOnlyList<FactSaid> facts, List<AccessFact> before, Guid? serviceId, Guid? placeId) => facts.Select(fact =>
    {
        var same = before.Find(old => old.Key == fact.Key && old.Answer == fact.Answer && old.Note == fact.Note);
        return new AccessFact
        {
            Id = Guid.CreateVersion7(),
            ServiceId = serviceId,
            PlaceId = placeId,
            Key = fact.Key,
            Answer = fact.Answer,
            Note = fact.Note,
            Source = same?.Source ?? FactSource.Staff,
            CheckedOn = same?.CheckedOn,
        };
    });

    /// <summary>Links to the old address go on working; an address that comes back leads to its record again.</summary>
    private async Task MoveAddressAsync(RecordKind kind, Guid id, string before, string now, CancellationToken cancellationToken)
    {
        if (before == now)
        {
            return;
        }

        await context.FormerSlugs.Where(former => former.Kind == kind && former.Slug == now).ExecuteDeleteAsync(cancellationToken);
        context.Add(new FormerSlug { Kind = kind, Slug = before, RecordId = id });
    }
}
