using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>Our records in the words of Open Referral. Notes for staff, drafts and who looks after a record have no way through here.</summary>
internal static class FeedMapping
{
    private const string Physical = "physical";

    /// <param name="service">As <see cref="ServiceEntries.Whole"/> reads it.</param>
    public static FeedService Of(Service service, DateTimeOffset changedAt) => Of(service, isFile: false) with { LastModified = changedAt };

    /// <param name="service">As <see cref="ServiceEntries.Whole"/> reads it.</param>
    /// <param name="isFile">With what the standard has no field for.</param>
    public static FeedService Of(Service service, bool isFile)
    {
        var costs = service.Costs.OrderBy(cost => cost.Position).ToList();
        var fees = CardWords.Cost([.. costs.Select(cost => new CostWords(cost.Kind, cost.Label, cost.AmountPence, cost.Unit, cost.Note))]);
        return new FeedService
        {
            Id = service.Id,
            OrganizationId = service.OrganisationId,
            Name = service.Name,
            Description = service.Summary,
            Url = Address(service.Website),
            Email = service.Email,
            Fees = fees,
            FeesDescription = fees,
            MinimumAge = service.AgeFrom,
            MaximumAge = service.AgeTo,
            AssuredDate = Date(service.LastCheckedOn),
            Organization = Of(service.Organisation!, isFile),
            Schedules = Some(service.Sessions.OrderBy(session => session.Position).Select(session => Of(session, isFile))),
            ServiceAreas = Some(service.Areas.OrderBy(area => area.AreaCode, StringComparer.Ordinal).Select(area =>
                new FeedServiceArea(NaturalKey.Feed("service-area", Text(service.Id), area.AreaCode), service.Id, area.Area!.Name, area.Area.Name))),
            ServiceAtLocations = Some(service.Places.Select(place => AtLocation(service.Id, place.Place!, isFile))),
            Languages = Some(service.Languages.OrderBy(language => language.Code, StringComparer.Ordinal).Select(language => new FeedLanguage(
                NaturalKey.Feed("language", Text(service.Id), language.Code), service.Id, LanguageName(language.Code), language.Code))),
            CostOptions = Some(costs.Select(cost => Of(service.Id, cost, isFile))),
            Attributes = Some(FeedTaxonomies.Of(service).Select(term =>
                new FeedAttribute(NaturalKey.Feed("attribute", Text(service.Id), Text(term.Id)), service.Id, "service", term.Id, term))),
            Phones = Phones(service.Id, service.Phone),
            EligibilityDescription = service.Eligibility,
            ApplicationProcess = service.HowToGet ?? StartWords.Of(service.JoinRoute),
            WaitTime = service.UsualWait,
            InterpretationServices = service.Interpreter == true ? "Somebody interprets when asked" : null,
            Medway = isFile ? OwnMapping.Of(service) : null,
        };
    }

    public static FeedOrganization Of(Organisation organisation, bool isFile = false) => new(organisation.Id, organisation.Name, organisation.Description ?? "")
    {
        Email = organisation.Email,
        Website = Address(organisation.Website),
        Phones = Phones(organisation.Id, organisation.Phone),
        Medway = isFile ? OwnMapping.Of(organisation) : null,
    };

    private static FeedServiceAtLocation AtLocation(Guid serviceId, Place place, bool isFile) => new(AtLocationId(serviceId, place.Id), serviceId, place.Id, Of(place, isFile));

    public static Guid AtLocationId(Guid serviceId, Guid placeId) => NaturalKey.Feed("service-at-location", Text(serviceId), Text(placeId));

    /// <summary>The middle of a town is good enough to sort by, and is never handed out as the place.</summary>
    private static FeedLocation Of(Place place, bool isFile) => new(place.Id, Physical)
    {
        Name = place.Name ?? place.Address ?? place.Town,
        Latitude = place.PositionIsExact ? place.Latitude : null,
        Longitude = place.PositionIsExact ? place.Longitude : null,
        Addresses = place is { Address: { } street, Town: { } town, Postcode: { } postcode }
            ? [new FeedAddress(NaturalKey.Feed("address", Text(place.Id)), street, town, "Kent", postcode, "GB", Physical)]
            : null,
        Accessibility = Some(place.AccessFacts.Where(fact => fact.Answer != AccessAnswer.NotKnown).OrderBy(fact => fact.Key).Select(fact =>
            new FeedAccessibility(NaturalKey.Feed("accessibility", Text(place.Id), fact.Key.ToString()), place.Id, $"{AccessWords.Of(fact.Key)}: {(fact.Answer == AccessAnswer.Yes ? "yes" : "no")}") { Details = fact.Note })),
        Medway = isFile ? OwnMapping.Of(place) : null,
    };

    private static FeedSchedule Of(Session session, bool isFile)
    {
        var day = session.Day.ToString()[..2].ToUpperInvariant();
        return new FeedSchedule(
            NaturalKey.Feed("schedule", Text(session.ServiceId), session.Position.ToString(CultureInfo.InvariantCulture)),
            session.ServiceId,
            session.Rhythm == Rhythm.Monthly ? "MONTHLY" : "WEEKLY",
            session.WeekOfMonth is { } week ? week.ToString(CultureInfo.InvariantCulture) + day : day,
            Time(session.Starts))
        {
            ServiceAtLocationId = session.PlaceId is { } place ? AtLocationId(session.ServiceId, place) : null,
            Interval = session.Rhythm == Rhythm.Fortnightly ? 2 : null,
            Dtstart = Date(session.ValidFrom),
            ValidFrom = Date(session.ValidFrom),
            ValidTo = Date(session.ValidUntil),
            ClosesAt = session.Ends is { } ends ? Time(ends) : null,
            Description = SessionFeedWords.Of(session.Runs),
            Notes = session.Note,
            Medway = isFile ? SessionCode.Write(session.ToRule()) : null,
        };
    }

    private static FeedCostOption Of(Guid serviceId, CostOption cost, bool isFile) => new(
        NaturalKey.Feed("cost-option", Text(serviceId), cost.Position.ToString(CultureInfo.InvariantCulture)), serviceId)
    {
        Option = cost.Label ?? cost.Kind.Replace('_', ' '),
        Amount = cost.AmountPence is { } pence ? pence / 100m : null,
        Currency = cost.AmountPence is null ? null : "GBP",
        AmountDescription = string.Join(". ", new[] { cost.Unit, cost.Note }.OfType<string>()) is { Length: > 0 } words ? words : null,
        Medway = isFile ? new OwnCost(cost.Kind, cost.Label, cost.Unit, cost.Note) : null,
    };

    private static IReadOnlyList<FeedPhone>? Phones(Guid owner, string? number) =>
        number is null ? null : [new FeedPhone(NaturalKey.Feed("phone", Text(owner)), number)];

    private static string LanguageName(string code) => LanguageWords.All.GetValueOrDefault(code, code);

    public static string? Address(string? website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.AbsoluteUri : null;

    private static List<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(Guid id) => id.ToString("D");
}
