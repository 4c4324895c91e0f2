using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Listings;

internal static class ListingsAudit
{
    public static readonly AuditEvent ServicesImported = new("listings.services-imported", "Services were added or changed from a file");
    public static readonly AuditEvent ServicesExported = new("listings.services-exported", "All services were taken out as a file");
    public static readonly AuditEvent LoadAsked = new("listings.load-asked", "A long file was handed in, to be tried or loaded by a job");
    public static readonly AuditEvent MappingSaved = new("listings.mapping-saved", "What the columns of a table from elsewhere mean was saved");
    public static readonly AuditEvent DraftSaved = new("listings.draft-saved", "A draft of a service, an organisation or a place was saved");
    public static readonly AuditEvent DraftHandedIn = new("listings.draft-handed-in", "A second person was asked to approve a draft");
    public static readonly AuditEvent DraftDropped = new("listings.draft-dropped", "A draft was thrown away");
    public static readonly AuditEvent DraftReturned = new("listings.draft-returned", "A draft was sent back to whoever wrote it");
    public static readonly AuditEvent DraftApproved = new("listings.draft-approved", "A second person approved a draft; families see it");
    public static readonly AuditEvent RecordArchived = new("listings.record-archived", "A service, an organisation or a place was taken away from families");
    public static readonly AuditEvent RecordBrought = new("listings.record-brought-back", "An archived record was brought back");
    public static readonly AuditEvent RecordsMerged = new("listings.records-merged", "A record went into another one");
    public static readonly AuditEvent OwnerChanged = new("listings.owner-changed", "Somebody else looks after a service, or goes on with a draft");
    public static readonly AuditEvent KeptShown = new("listings.kept-shown", "Staff said whether a service stays in searches when nobody confirms it");
    public static readonly AuditEvent CheckAsked = new("listings.check-asked", "Whoever runs a service was asked to check its page");
    public static readonly AuditEvent ServiceConfirmed = new("listings.service-confirmed", "The page of a service was confirmed");
    public static readonly AuditEvent SuggestionMade = new("listings.suggestion-made", "Whoever runs a service said that something on its page is wrong");
    public static readonly AuditEvent SuggestionsDone = new("listings.suggestions-done", "Staff dealt with what whoever runs a service said");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        ServicesImported, ServicesExported, LoadAsked, MappingSaved, DraftSaved, DraftHandedIn, DraftDropped, DraftReturned, DraftApproved, RecordArchived, RecordBrought, RecordsMerged, OwnerChanged, KeptShown, CheckAsked,
        ServiceConfirmed, SuggestionMade, SuggestionsDone,
    ];
}
