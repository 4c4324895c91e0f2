namespace Medway.LocalOffer.Listings.Tests.Support;

/// <summary>Made-up feeds with the faults that real ones have.</summary>
internal static class FeedSample
{
    /// <summary>Version 3.0, a page of it.</summary>
    public const string Three = """
        { "total_items": 2, "total_pages": 1, "page_number": 1, "size": 2, "first_page": true, "last_page": true, "empty": false,
          "contents": [
            { "id": "6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01", "name": "Harbour Signing Choir", "status": "active",
              "description": "<p>We sing &amp; sign together &mdash; it is for Deaf and hearing children.</p><script>alert(1)</script><p>Weâ€™ll help you start.</p>",
              "url": "www.example.org/choir", "email": "", "fees": null, "minimum_age": "5", "maximum_age": 120, "assured_date": "2024-02-01",
              "eligibility_description": "Any child who signs or wants to", "application_process": "Ring first", "wait_time": "About 2 weeks",
              "organization": { "id": "0a0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c02", "name": "Example Harbour Trust", "description": "Clubs by the water.", "website": "https://example.org/" },
              "phones": [ { "number": "call me" }, { "number": "01632 960123" } ],
              "schedules": [
                { "id": "1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "16:00:00", "closes_at": "17:00:00", "description": "In school term only" },
                { "id": "2", "freq": "MONTHLY", "byday": "-1FR", "opens_at": "18:00", "closes_at": "19:30", "valid_from": "01/09/2026" },
                { "id": "3", "freq": "WEEKLY", "byday": "MO", "opens_at": "17:00", "closes_at": "16:00" } ],
              "service_at_locations": [
                { "location": { "id": "7", "name": "Harbour Hall", "location_type": "physical", "latitude": "51.39", "longitude": 0.54,
                  "addresses": [ { "address_1": "1 Example Quay", "city": "Gillingham", "postal_code": "me7 1hf" } ] } },
                { "location": { "id": "8", "name": "Nowhere Hall", "latitude": 200, "longitude": 0.5 } } ],
              "service_areas": [ { "name": "Medway" }, { "name": "Atlantis" } ],
              "languages": [ { "code": "pl" }, { "name": "English" } ],
              "cost_options": [ { "option": "Child", "amount": 2.5 }, { "option": "Parent", "amount": "0" } ],
              "attributes": [
                { "taxonomy_term": { "name": "Things to do" } }, { "taxonomy_term": { "name": "Deaf or hard of hearing" } }, { "taxonomy_term": { "name": "Parking" } }, { "taxonomy_term": null } ] },
            { "id": 42, "name": "Quay Advice", "status": "Active", "description": "Advice on money.", "organization": { "id": 7, "name": "EXAMPLE harbour trust" } }
          ] }
        """;

    /// <summary>Version 1.0: a list alone.</summary>
    public const string One = """
        [ { "id": "old-1", "name": "Sail and Play", "description": "A club on the water.\u0000", "status": "active", "deliverable_type": "", "fees": "Free",
            "organization": { "id": "o-1", "name": "Example Sailors", "description": "" },
            "eligibilitys": [ { "eligibility": "child", "minimum_age": 8, "maximum_age": 11.0 } ],
            "regular_schedules": [ { "byday": "SA", "freq": "WEEKLY", "opens_at": "10:00", "closes_at": "12:00", "valid_from": "2026-09-05T00:00:00Z" } ],
            "service_at_locations": [ { "location": { "id": "l-1", "latitude": 51.38, "longitude": 0.52, "physical_addresses": [ { "address_1": "2 Example Quay", "city": "Chatham", "postal_code": "ME4 4TR" } ] } } ],
            "contacts": [ { "name": "A Person", "phones": [ { "number": "01632 960124" } ] } ],
            "cost_options": [], "service_taxonomys": [ { "taxonomy": { "id": "t", "name": "activity", "vocabulary": "x" } } ] } ]
        """;
}
