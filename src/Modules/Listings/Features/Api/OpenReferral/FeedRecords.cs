namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

// The shapes of Open Referral UK 3.0 (HSDS-UK 3.0). Property names become snake_case; what is null is left out, because the standard's
// checkers refuse a null. Fields that the UK profile lacks carry the names of the international HSDS 3.0.

/// <summary>What <c>GET /openreferral</c> answers: how a checker learns which rules to judge by.</summary>
internal sealed record FeedAbout(string Version, string Profile, string OpenapiUrl);

/// <param name="Size">How many are in this page, not how many were asked for.</param>
internal sealed record FeedPage<T>(
    int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IReadOnlyList<T> Contents)
{
    public static FeedPage<T> Of(IReadOnlyList<T> contents, int total, int page, int perPage)
    {
        var pages = Math.Max(1, (total + perPage - 1) / perPage);
        return new FeedPage<T>(total, pages, page, contents.Count, page == 1, page == pages, contents.Count == 0, contents);
    }
}

internal sealed record FeedService
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public string? Url { get; init; }
    public string? Email { get; init; }
    public string Status { get; init; } = "active";
    public string? Fees { get; init; }
    public int? MinimumAge { get; init; }
    public int? MaximumAge { get; init; }
    public string? AssuredDate { get; init; }

    /// <summary>Not in a file that is taken out: it says what is true of services, not when our rows were written.</summary>
    public DateTimeOffset? LastModified { get; init; }

    public required FeedOrganization Organization { get; init; }
    public IReadOnlyList<FeedSchedule>? Schedules { get; init; }
    public IReadOnlyList<FeedServiceArea>? ServiceAreas { get; init; }
    public IReadOnlyList<FeedServiceAtLocation>? ServiceAtLocations { get; init; }
    public IReadOnlyList<FeedLanguage>? Languages { get; init; }
    public IReadOnlyList<FeedCostOption>? CostOptions { get; init; }
    public IReadOnlyList<FeedAttribute>? Attributes { get; init; }

    // International HSDS 3.0.
    public IReadOnlyList<FeedPhone>? Phones { get; init; }
    public string? EligibilityDescription { get; init; }
    public string? ApplicationProcess { get; init; }
    public string? WaitTime { get; init; }
    public string? FeesDescription { get; init; }
    public string? InterpretationServices { get; init; }

    /// <summary>Only in a file that is taken out to be read in again.</summary>
    public OwnService? Medway { get; init; }
}

internal sealed record FeedOrganization(Guid Id, string Name, string Description)
{
    public string? Email { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<FeedPhone>? Phones { get; init; }
    public OwnOrganization? Medway { get; init; }
}

internal sealed record FeedPhone(Guid Id, string Number);

internal sealed record FeedSchedule(Guid Id, Guid ServiceId, string Freq, string Byday, string OpensAt)
{
    public Guid? ServiceAtLocationId { get; init; }
    public int? Interval { get; init; }
    public string? Dtstart { get; init; }
    public string? ValidFrom { get; init; }
    public string? ValidTo { get; init; }
    public string? ClosesAt { get; init; }
    public string? Description { get; init; }
    public string? Notes { get; init; }
    public string Timezone { get; init; } = "Europe/London";

    /// <summary>As <see cref="Domain.Sessions.SessionCode"/> writes it.</summary>
    public string? Medway { get; init; }
}

internal sealed record FeedServiceArea(Guid Id, Guid ServiceId, string Name, string ServiceArea);

/// <param name="Name">Of the service, and <paramref name="Status"/> too: the standard judges this record by the rules of a service.</param>
internal sealed record FeedServiceAtLocation(Guid Id, Guid ServiceId, Guid LocationId, FeedLocation Location)
{
    public string? Name { get; init; }
    public string? Status { get; init; }
    public FeedService? Service { get; init; }
}

internal sealed record FeedLocation(Guid Id, string LocationType)
{
    public string? Name { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public IReadOnlyList<FeedAddress>? Addresses { get; init; }
    public IReadOnlyList<FeedAccessibility>? Accessibility { get; init; }
    public OwnPlace? Medway { get; init; }
}

/// <param name="Address1">The standard asks for all seven; a place without one of them has no address here.</param>
internal sealed record FeedAddress(
    Guid Id,
    [property: System.Text.Json.Serialization.JsonPropertyName("address_1")] string Address1,
    string City,
    string StateProvince,
    string PostalCode,
    string Country,
    string AddressType);

internal sealed record FeedAccessibility(Guid Id, Guid LocationId, string Description)
{
    public string? Details { get; init; }
}

internal sealed record FeedCostOption(Guid Id, Guid ServiceId)
{
    public string? Option { get; init; }
    public decimal? Amount { get; init; }
    public string? AmountDescription { get; init; }
    public string? Currency { get; init; }
    public OwnCost? Medway { get; init; }
}

internal sealed record FeedLanguage(Guid Id, Guid ServiceId, string Name, string Code);

internal sealed record FeedAttribute(Guid Id, Guid LinkId, string LinkType, Guid TaxonomyTermId, FeedTaxonomyTerm TaxonomyTerm);

internal sealed record FeedTaxonomy(Guid Id, string Name, string Description, string Version);

internal sealed record FeedTaxonomyTerm(Guid Id, string Name, string Description, string Taxonomy, Guid TaxonomyId, string Code);
