using System.Globalization;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain.Records;

/// <summary>One field of a record in words.</summary>
internal sealed record RecordLine(string Label, string Text);

/// <summary>One field of which two versions say different things; an empty side says nothing.</summary>
internal sealed record LineChange(string Label, string Before, string After);

/// <summary>A record as labelled lines: how staff read one, and how two are compared.</summary>
internal static class RecordLines
{
    /// <param name="document">What to put in words.</param>
    /// <param name="names">Of the organisations and places that it names by id.</param>
    public static IReadOnlyList<RecordLine> Of(RecordDocument document, IReadOnlyDictionary<Guid, string> names) =>
        [.. All(document, names).Where(line => line.Text.Length > 0)];

    public static IReadOnlyList<LineChange> Between(RecordDocument? before, RecordDocument? after, IReadOnlyDictionary<Guid, string> names)
    {
        var old = before is null ? [] : Of(before, names).ToDictionary(line => line.Label, line => line.Text);
        var now = after is null ? [] : Of(after, names).ToDictionary(line => line.Label, line => line.Text);
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(label => new LineChange(label, old.GetValueOrDefault(label, ""), now.GetValueOrDefault(label, "")))
                .Where(change => change.Before != change.After),
        ];
    }

    private static IEnumerable<RecordLine> All(RecordDocument document, IReadOnlyDictionary<Guid, string> names) => document switch
    {
        ServiceDocument service => OfService(service, names),
        OrganisationDocument organisation =>
        [
            new("Name", organisation.Name), new("Address of its page", "/organisations/" + organisation.Slug), new("What it is", organisation.Description ?? ""),
            new("Phone", organisation.Phone ?? ""), new("E-mail", organisation.Email ?? ""), new("Website", organisation.Website ?? ""),
        ],
        PlaceDocument place =>
        [
            new("Name", place.Name ?? ""), new("Street", place.Address ?? ""), new("Town", place.Town ?? ""), new("Postcode", place.Postcode ?? ""),
            new("Position", place.Latitude is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{place.Latitude}, {place.Longitude}")), .. Facts(place.Facts),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(document)),
    };

    private static IEnumerable<RecordLine> OfService(ServiceDocument service, IReadOnlyDictionary<Guid, string> names) =>
    [
        new("Name", service.Name),
        new("Address of its page", "/services/" + service.Slug),
        new("In one sentence", service.Summary),
        new("Run by", names.GetValueOrDefault(service.OrganisationId, "An organisation that is gone")),
        new("Kind", Facets.Kinds.FirstOrDefault(kind => kind.Value == service.Type)?.Words ?? ""),
        new("Level of short break", service.Level?.ToString() ?? ""),
        new("Ages", CardWords.Ages(service.AgeFrom, service.AgeTo) ?? ""),
        new("Needs", CardWords.Needs(service.Needs, service.Level) ?? ""),
        new("Who can come, in words", service.Eligibility ?? ""),
        new("Needs a diagnosis", YesNo(service.DiagnosisNeeded)),
        new("Online", service.IsOnline ? "Yes" : ""),
        new("Comes to you", YesNo(service.ComesToYou)),
        new("Covers", string.Join(", ", service.Areas)),
        new("Places", string.Join("; ", service.Places.Select(id => names.GetValueOrDefault(id, "A place that is gone")))),
        new("How to join", service.JoinRoute == JoinRoute.Unknown ? "" : StartWords.Of(service.JoinRoute) ?? ""),
        new("Days and times in words", service.Times ?? ""),
        new("Sessions", string.Join("; ", service.Sessions.Select(SessionCode.Write))),
        new("Cost", string.Join("; ", service.Costs.Select(cost => CardWords.Cost([cost]) ?? "Not known"))),
        .. Facts(service.Facts),
        new("Languages", LanguageWords.Of(service.Languages) ?? ""),
        new("Interpreter", YesNo(service.Interpreter)),
        new("First visit", service.FirstVisit ?? ""),
        new("Who decides", service.WhoDecides ?? ""),
        new("How to get it", service.HowToGet ?? ""),
        new("Usual wait", service.UsualWait ?? ""),
        new("If they say no", service.IfRefused ?? ""),
        new("Phone", service.Phone ?? ""),
        new("E-mail", service.Email ?? ""),
        new("Website", service.Website ?? ""),
        new("A check is good for", string.Create(CultureInfo.InvariantCulture, $"{service.CheckMonths} months")),
    ];

    private static IEnumerable<RecordLine> Facts(IEnumerable<FactSaid> facts) => facts.OrderBy(fact => fact.Key)
        .Select(fact => new RecordLine(AccessWords.Of(fact.Key), (fact.Answer == AccessAnswer.NotKnown ? "Not known" : fact.Answer.ToString()) + (fact.Note is null ? "" : $". {fact.Note}")));

    private static string YesNo(bool? answer) => answer switch { true => "Yes", false => "No", _ => "" };
}
