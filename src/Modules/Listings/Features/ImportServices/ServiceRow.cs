using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// What the columns of <c>medway-services.csv</c> mean. Empty means not known: nothing is filled in for a value that the row does not state.
/// </summary>
internal static class ServiceRow
{
    /// <summary>All columns that are read, in the order of the file; the digest of a row covers exactly these.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "service_name", "organisation_name", "service_type", "short_break_level", "description", "age_min", "age_max", "needs", "cost",
        "cost_note", "days_times", "venue_name", "address", "town", "postcode", "latitude", "longitude", "phone", "email", "website", "referral",
        "accessibility", "source_url", "source_note", "verified",
    ];

    /// <summary>Columns that a file may have beside those. Their cells are in the digest only when they say something: a file without them reads as it always has.</summary>
    public static readonly IReadOnlyList<string> MoreColumns =
    [
        "sessions", "areas", "languages", "costs", "accessibility_no", "eligibility", "diagnosis", "first_visit", "who_decides", "how_to_get",
        "usual_wait", "if_refused", "interpreter", "comes_to_you", "check_months", "online", "more_places", "accessibility_notes", "checked_on",
    ];

    public static readonly IReadOnlyList<string> RequiredColumns = ["id", "service_name", "organisation_name", "service_type", "description"];

    /// <summary>The row as a draft; null when it has a problem, which is then in the list.</summary>
    /// <param name="today">Nobody can have checked anything after it.</param>
    public static ServiceDraft? Read(CsvRow row, DateOnly today, List<ImportProblem> problems)
    {
        var before = problems.Count;
        var values = new RowValues(row, problems);
        var (places, isOnline, area) = PlaceColumns.Read(values);
        var times = values.Optional("days_times", Limits.Note);
        var (from, to) = ReadAges(values);
        var organisation = ReadOrganisation(values);
        var id = ReadId(values);

        var draft = new ServiceDraft
        {
            Line = row.Line,
            ExternalId = id,
            Id = NaturalKey.Service(id),
            Slug = id,
            Name = values.Required("service_name", Limits.Name),
            Organisation = organisation,
            Kind = values.OneOf("service_type", Vocabulary.Kinds),
            ShortBreakLevel = values.OneOf("short_break_level", Vocabulary.ShortBreakLevels),
            Summary = values.Required("description", Limits.Summary),
            AgeFrom = from,
            AgeTo = to,
            Needs = values.ListOf("needs", Vocabulary.Needs),
            Costs = ServiceLists.Costs(values),
            Times = times,
            Sessions = ServiceLists.Sessions(values, times),
            Languages = values.ListOf("languages", LanguageWords.All.Keys),
            Eligibility = values.Optional("eligibility", Limits.Note),
            DiagnosisNeeded = ServiceLists.YesNo(values, "diagnosis"),
            FirstVisit = values.Optional("first_visit", Limits.LongNote),
            WhoDecides = values.Optional("who_decides", Limits.Note),
            HowToGet = values.Optional("how_to_get", Limits.LongNote),
            UsualWait = values.Optional("usual_wait", Limits.Name),
            IfRefused = values.Optional("if_refused", Limits.Note),
            Interpreter = ServiceLists.YesNo(values, "interpreter"),
            ComesToYou = ServiceLists.YesNo(values, "comes_to_you"),
            CheckMonths = values.WholeNumber("check_months", 24),
            Places = places,
            IsOnline = isOnline || ServiceLists.YesNo(values, "online") == true,
            Areas = ServiceLists.Areas(values, area),
            Phone = values.PhoneNumber("phone", Limits.Phone),
            Email = values.EmailAddress("email", Limits.Email),
            Website = values.WebAddress("website", Limits.Address),
            JoinRoute = values.OneOf("referral", Vocabulary.JoinRoutes) ?? JoinRoute.Unknown,
            AccessFacts = ServiceLists.Facts(values),
            SourceUrl = values.WebAddress("source_url", Limits.Address),
            SourceNote = values.Optional("source_note", Limits.SourceNote),

            CheckedOn = values.PastDate("checked_on", today),

            // Nobody may claim a page that is not named: without the word, the more careful reading holds.
            Verified = values.OneOf("verified", Vocabulary.Verifications) ?? Verification.GeneralKnowledge,
            RowDigest = Digest(row),
        };
        if (draft.Verified == Verification.Page && values.Text("source_url").Length == 0)
        {
            values.Problem("verified", "'page' needs the address of that page in source_url. Write it there, or write general_knowledge.");
        }

        return problems.Count == before ? draft : null;
    }

    private static string ReadId(RowValues values)
    {
        var id = values.Required("id", Limits.Slug);
        if (id.Length > 0 && !NaturalKey.IsSlug(id))
        {
            values.Problem("id", $"'{id}' cannot be part of an address. Use small letters, numbers and single dashes, such as {Suggestion(id)}.");
        }

        return id;
    }

    private static string Suggestion(string id) => NaturalKey.Slug(id) is { Length: > 0 } slug ? slug : "my-club";

    private static OrganisationDraft ReadOrganisation(RowValues values)
    {
        var name = values.Required("organisation_name", Limits.Name);
        var slug = NaturalKey.Slug(name);
        if (slug.Length == 0 && name.Length > 0)
        {
            values.Problem("organisation_name", $"'{name}' has no letters from A to Z and no numbers. Write the name in those.");
        }

        return new OrganisationDraft(name, slug);
    }

    private static (short? From, short? To) ReadAges(RowValues values)
    {
        var from = values.WholeNumber("age_min", Limits.OldestAge);
        var to = values.WholeNumber("age_max", Limits.OldestAge);
        if (from > to)
        {
            values.Problem("age_max", $"The oldest age, {to}, is below the youngest, {from}. Swap them or correct one.");
        }

        return (from, to);
    }

    private static string Digest(CsvRow row)
    {
        var text = string.Join('\u001f', Columns.Select(column => row[column]))
            + string.Concat(MoreColumns.Where(column => row[column].Length > 0).Select(column => $"\u001f{column}\u001e{row[column]}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
