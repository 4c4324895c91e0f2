using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>What the standard has no field for. Notes for staff and who looks after a record have no way through here either.</summary>
internal static class OwnMapping
{
    public static OwnService Of(Service service) => new(
        service.Slug,
        Vocabulary.JoinRoutes.First(route => route.Value == service.JoinRoute).Key,
        service.IsOnline,
        service.ComesToYou,
        service.DiagnosisNeeded,
        service.Interpreter,
        service.Times,
        service.FirstVisit,
        service.WhoDecides,
        service.IfRefused,
        Other(service.Website),
        service.CheckMonths,
        Vocabulary.Verifications.First(word => word.Value == service.Verified).Key,
        service.SourceUrl,
        Facts(service.AccessFacts.Where(fact => fact.Answer != AccessAnswer.Yes || fact.Note is not null)));

    public static OwnOrganization Of(Organisation organisation) => new(organisation.Slug, Other(organisation.Website));

    public static OwnPlace Of(Place place) => new(place.Name, place.Address, place.Town, place.Postcode, place.Latitude, place.Longitude, Facts(place.AccessFacts));

    private static string? Other(string? website) => website == FeedMapping.Address(website) ? null : website;

    private static List<OwnFact>? Facts(IEnumerable<AccessFact> facts)
    {
        List<OwnFact> said =
        [
            .. facts.OrderBy(fact => fact.Key).Select(fact => new OwnFact(
                Vocabulary.AccessFacts.First(known => known.Value == fact.Key).Key,
                fact.Answer == AccessAnswer.NotKnown ? null : fact.Answer == AccessAnswer.Yes,
                fact.Note)),
        ];
        return said.Count > 0 ? said : null;
    }
}
