using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Records;

internal static class ServiceQuality
{
    /// <param name="service">As <see cref="ServiceEntries.Whole"/> reads it.</param>
    public static QualityFacts Facts(Service service)
    {
        Place[] places = [.. service.Places.Select(place => place.Place!)];
        return new(
            service.Sureness == Sureness.Checked,
            service.AgeFrom is not null || service.AgeTo is not null,
            service.Needs.Count > 0,
            service.Costs.Exists(cost => cost.Kind != Vocabulary.UnknownCost || cost.Note is not null),
            service.Sessions.Count > 0,
            service.Times is not null || service.Sessions.Count > 0,
            places.Length > 0 || service.Areas.Count > 0 || service.IsOnline || service.ComesToYou == true,
            places.Length == 0 || places.Any(place => place.Postcode is not null),
            service.JoinRoute != JoinRoute.Unknown,
            service.Phone is not null,
            service.Email is not null || service.Website is not null,
            service.AccessFacts.Concat(places.SelectMany(place => place.AccessFacts)).Where(fact => fact.Answer != AccessAnswer.NotKnown).Select(fact => fact.Key).Distinct().Count(),
            service.ShortBreakLevel is ShortBreakLevel.Targeted or ShortBreakLevel.Specialist,
            service.WhoDecides is not null && service.UsualWait is not null && service.IfRefused is not null);
    }
}
