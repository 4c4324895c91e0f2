using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.ImportServices;

namespace Medway.LocalOffer.Listings.Features.Staff.ExportServices;

/// <summary>A service as a row of the file that the import reads.</summary>
internal static class ServiceCsv
{
    public static readonly IReadOnlyList<string> Columns = [.. ServiceRow.Columns, .. ServiceRow.MoreColumns];

    /// <param name="service">As <see cref="ServiceEntries.Whole"/> reads it.</param>
    public static IReadOnlyList<string?> Row(Service service)
    {
        var cells = Cells(service);
        return [.. Columns.Select(column => cells.GetValueOrDefault(column))];
    }

    private static Dictionary<string, string?> Cells(Service service)
    {
        List<Place> places = [.. service.Places.OrderBy(place => place.Position).Select(place => place.Place!)];

        // A place that its columns would read in another way stands with the others in the one cell, and so do those after it.
        var first = places.Count > 0 && PlaceColumns.Holds(places[0]) ? places[0] : null;
        var costs = service.Costs.OrderBy(cost => cost.Position).ToList();
        var only = costs is [{ Label: null, AmountPence: null, Unit: null } one] && (one.Kind != Vocabulary.UnknownCost || one.Note is not null) ? one : null;
        var sessions = service.Sessions.OrderBy(session => session.Position).Select(session => session.ToRule()).ToList();
        return new(StringComparer.Ordinal)
        {
            ["id"] = service.Slug,
            ["service_name"] = service.Name,
            ["organisation_name"] = service.Organisation!.Name,
            ["service_type"] = service.Kind,
            ["short_break_level"] = Vocabulary.ShortBreakLevels.FirstOrDefault(level => level.Value == service.ShortBreakLevel).Key,
            ["description"] = service.Summary,
            ["age_min"] = Words(service.AgeFrom),
            ["age_max"] = Words(service.AgeTo),
            ["needs"] = string.Join(';', Vocabulary.Needs.Where(need => service.Needs.Exists(named => named.Need == need))),
            ["cost"] = only?.Kind,
            ["cost_note"] = only?.Note,
            ["days_times"] = service.Times,
            ["venue_name"] = first?.Name,
            ["address"] = first?.Address,
            ["town"] = first?.Town,
            ["postcode"] = first?.Postcode,
            ["latitude"] = PlaceColumns.Degrees(first?.Latitude),
            ["longitude"] = PlaceColumns.Degrees(first?.Longitude),
            ["phone"] = service.Phone,
            ["email"] = service.Email,
            ["website"] = service.Website,
            ["referral"] = Vocabulary.JoinRoutes.First(route => route.Value == service.JoinRoute).Key,
            ["accessibility"] = Facts(service, AccessAnswer.Yes),
            ["source_url"] = service.SourceUrl,
            ["source_note"] = service.SourceNote,
            ["verified"] = Vocabulary.Verifications.First(word => word.Value == (service.SourceUrl is null ? Verification.GeneralKnowledge : service.Verified)).Key,
            ["sessions"] = sessions.Count > 0 ? ListCell.Join(';', sessions.Select(SessionCode.Write)) : TimesText.Sessions(service.Times).Count > 0 ? ServiceLists.NoSession : null,
            ["areas"] = string.Join(';', service.Areas.Select(area => area.AreaCode).Order(StringComparer.Ordinal)),
            ["languages"] = string.Join(';', service.Languages.Select(language => language.Code).Order(StringComparer.Ordinal)),
            ["costs"] = only is not null ? null : ListCell.Join(';', costs.Select(cost => ListCell.Join('|', cost.Label, cost.Kind, Pounds(cost.AmountPence), cost.Unit, cost.Note))),
            ["accessibility_no"] = Facts(service, AccessAnswer.No),
            ["eligibility"] = service.Eligibility,
            ["diagnosis"] = YesNo(service.DiagnosisNeeded),
            ["first_visit"] = service.FirstVisit,
            ["who_decides"] = service.WhoDecides,
            ["how_to_get"] = service.HowToGet,
            ["usual_wait"] = service.UsualWait,
            ["if_refused"] = service.IfRefused,
            ["interpreter"] = YesNo(service.Interpreter),
            ["comes_to_you"] = YesNo(service.ComesToYou),
            ["check_months"] = Words(service.CheckMonths),
            ["online"] = service.IsOnline ? "yes" : null,
            ["more_places"] = ListCell.Join(';', places.Skip(first is null ? 0 : 1).Select(PlaceColumns.Write)),
            ["accessibility_notes"] = ListCell.Join(';', Said(service).Where(fact => fact.Note is not null).Select(fact => ListCell.Join('|', Code(fact), fact.Note))),
            ["checked_on"] = service.LastCheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static IEnumerable<AccessFact> Said(Service service) => service.AccessFacts.OrderBy(fact => fact.Key);

    private static string Facts(Service service, AccessAnswer answer) => string.Join(';', Said(service).Where(fact => fact.Answer == answer).Select(Code));

    private static string Code(AccessFact fact) => Vocabulary.AccessFacts.First(known => known.Value == fact.Key).Key;

    private static string? Pounds(int? pence) => pence is { } amount ? (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;

    private static string? Words(short? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? YesNo(bool? answer) => answer switch { true => "yes", false => "no", _ => null };
}
