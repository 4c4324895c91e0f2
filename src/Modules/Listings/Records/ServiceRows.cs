using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>What a draft says as rows: of the service, and of the lists that hang on it. Its organisation and places are settled before.</summary>
internal sealed class ServiceRows(OrganisationDrafts organisations, PlaceDrafts places, DateOnly today)
{
    /// <summary>One that is not there yet, with its lists.</summary>
    public Service New(ServiceDraft draft)
    {
        var service = new Service
        {
            Id = draft.Id,
            Slug = draft.Slug,
            OrganisationId = organisations.IdOf(draft.Organisation),
            Name = draft.Name,
            Summary = draft.Summary,
            Kind = draft.Kind,
            LoadedOn = today,
        };
        Apply(draft, service);
        AddLists(draft, service, saidByStaff: []);
        return service;
    }

    /// <summary>One that is there, with new lists in place of those that it had.</summary>
    /// <param name="draft">What its source says now.</param>
    /// <param name="service">Without its lists.</param>
    /// <param name="saidByStaff">Facts about access that an import leaves alone.</param>
    public Service Changed(ServiceDraft draft, Service service, HashSet<AccessFactKey> saidByStaff)
    {
        service.OrganisationId = organisations.IdOf(draft.Organisation);
        service.Name = draft.Name;
        service.Summary = draft.Summary;
        service.Kind = draft.Kind;
        Apply(draft, service);
        AddLists(draft, service, saidByStaff);
        return service;
    }

    private void Apply(ServiceDraft draft, Service service)
    {
        service.ShortBreakLevel = draft.ShortBreakLevel;
        service.AgeFrom = draft.AgeFrom;
        service.AgeTo = draft.AgeTo;
        service.IsOnline = draft.IsOnline;
        service.ComesToYou = draft.ComesToYou;
        service.Eligibility = draft.Eligibility;
        service.DiagnosisNeeded = draft.DiagnosisNeeded;
        service.FirstVisit = draft.FirstVisit;
        service.WhoDecides = draft.WhoDecides;
        service.HowToGet = draft.HowToGet;
        service.UsualWait = draft.UsualWait;
        service.IfRefused = draft.IfRefused;
        service.Interpreter = draft.Interpreter;
        service.CheckMonths = draft.CheckMonths ?? service.CheckMonths;
        service.JoinRoute = draft.JoinRoute;
        service.Times = draft.Times;
        service.Phone = draft.Phone;
        service.Email = draft.Email;
        service.Website = draft.Website;
        service.SourceUrl = draft.SourceUrl;
        service.SourceNote = draft.SourceNote;
        service.Verified = draft.Verified;

        // New facts from elsewhere have not been confirmed by anybody, whatever was confirmed before.
        service.LastCheckedOn = draft.CheckedOn;
        service.Sureness = Freshness.SurenessOn(today, draft.Verified, service.LoadedOn, draft.CheckedOn, service.CheckMonths);
        service.AskedOn = null;
        service.TimesAsked = 0;
    }

    private void AddLists(ServiceDraft draft, Service service, HashSet<AccessFactKey> saidByStaff)
    {
        service.Needs.AddRange(draft.Needs.Select(need => new ServiceNeed { ServiceId = service.Id, Need = need }));
        service.Places.AddRange(draft.Places.Select(places.IdOf).Distinct().Select((place, position) => new ServicePlace { ServiceId = service.Id, PlaceId = place, Position = (short)position }));
        service.Areas.AddRange(draft.Areas.Select(code => new ServiceArea { ServiceId = service.Id, AreaCode = code }));
        service.Languages.AddRange(draft.Languages.Select(code => new ServiceLanguage { ServiceId = service.Id, Code = code }));
        service.Sessions.AddRange(draft.Sessions.Select((rule, position) => Session.From(service.Id, rule, position)));
        service.Costs.AddRange(draft.Costs.Select((cost, position) => CostOption.From(service.Id, cost, position)));
        service.AccessFacts.AddRange(draft.AccessFacts.Where(fact => !saidByStaff.Contains(fact.Key)).Select(fact => new AccessFact
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            Key = fact.Key,
            Answer = fact.Answer,
            Note = fact.Note,
            Source = FactSource.Import,
        }));
    }
}
