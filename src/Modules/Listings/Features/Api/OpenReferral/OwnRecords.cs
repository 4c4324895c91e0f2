namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

// What the standard has no field for, under one name of ours beside its own fields: so that a file that was taken out can be read in again
// and nothing of a service is lost. The public feed does not carry it.

/// <param name="Website">Only where its whole form differs from the <c>url</c> beside it.</param>
/// <param name="Facts">What is not there, or has a note; what is there without one is a term.</param>
internal sealed record OwnService(
    string Slug,
    string JoinRoute,
    bool Online,
    bool? ComesToYou,
    bool? DiagnosisNeeded,
    bool? Interpreter,
    string? Times,
    string? FirstVisit,
    string? WhoDecides,
    string? IfRefused,
    string? Website,
    short CheckMonths,
    string Verified,
    string? SourceUrl,
    IReadOnlyList<OwnFact>? Facts);

internal sealed record OwnOrganization(string Slug, string? Website);

/// <param name="Latitude">Also when it is only the middle of a town.</param>
internal sealed record OwnPlace(
    string? Name, string? Address, string? Town, string? Postcode, double? Latitude, double? Longitude, IReadOnlyList<OwnFact>? Facts);

/// <param name="Answer">Left out when it is not known.</param>
internal sealed record OwnFact(string Key, bool? Answer, string? Note);

internal sealed record OwnCost(string Kind, string? Label, string? Unit, string? Note);
