using System.Text.Json;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>What holds for every record of a feed.</summary>
/// <param name="Source">What the officer calls where it comes from.</param>
/// <param name="Kind">Kind of help of a record that does not say it in our words; null when nobody chose one.</param>
/// <param name="Areas">Codes by name, in small letters.</param>
/// <param name="IsOurs">Somebody of ours says that we wrote the file.</param>
internal sealed record FeedContext(string Source, string? Kind, IReadOnlyDictionary<string, string> Areas, DateOnly Today, bool IsOurs = false);

/// <summary>
/// One service of an Open Referral UK feed, 3.0 or 1.0, as a draft. Beside what the standard names it reads the object <c>medway</c> of a file
/// that we wrote ourselves, which says what the standard has no field for. In anybody else's file it is passed over.
/// </summary>
internal static class FeedRecord
{
    private const string AnyNeedWords = "Open to every need";

    private static readonly string[] Closed = ["inactive", "defunct"];

    /// <summary>Null for what has a problem, and for what its source says is closed.</summary>
    public static ServiceDraft? Read(JsonElement element, int position, FeedContext feed, FeedFindings findings)
    {
        var values = new FeedValues(element, "", findings);
        if (!values.Is)
        {
            values.Problem("", "This is not a service: an object with a name was expected.");
            return null;
        }

        var id = values.Raw("id");
        findings.Name = id is { Length: <= Limits.Name } ? id : "";
        findings.IsClosed = values.Raw("status") is { } status && Closed.Contains(status, StringComparer.OrdinalIgnoreCase);
        findings.IsOurs = feed.IsOurs;
        var own = values.Own;
        findings.IsOurs = own.Is;
        if (findings.IsClosed)
        {
            return null;
        }

        var organisation = Organisation(values, feed);
        var name = values.Text("name", Limits.Name);
        var (from, to) = FeedAges.Read(values);
        var summary = values.Text("description", Limits.Summary);
        var kind = Terms(values, Facets.Kinds.Select(facet => (facet.Value, facet.Words))).FirstOrDefault() ?? feed.Kind;
        if (id is null || id.Length > Limits.Name)
        {
            values.Problem("id", "It has no id, or one that is too long, so it could not be known again.");
        }

        Require(values, "name", name, "It has no name.");
        Require(values, "description", summary, "It does not say what it is.");
        Require(values, "attributes", kind, "It does not say in our words what kind of help it is. Choose a kind for records that do not.");
        if (findings.Problems.Count > 0 || organisation is null)
        {
            return null;
        }

        var (places, isOnline) = FeedPlaces.Read(values, feed);
        var how = values.Text("application_process", Limits.LongNote);
        var route = own.Raw("join_route") is { } code && Vocabulary.JoinRoutes.TryGetValue(code, out var known) ? known : JoinRoute.Unknown;
        var slug = own.Raw("slug") is { } said && NaturalKey.IsSlug(said) ? said : NaturalKey.Slug(name!);
        var serviceId = Guid.TryParseExact(id, "D", out var given) ? given : NaturalKey.Service($"{feed.Source}/{id}");
        var verified = own.Raw("verified") is { } word && Vocabulary.Verifications.TryGetValue(word, out var verification) ? verification : Verification.GeneralKnowledge;
        var sourceUrl = own.WebAddress("source_url");
        return new ServiceDraft
        {
            Line = position,
            ExternalId = id!,
            Id = serviceId,
            Slug = slug.Length > 0 ? slug : $"service-{serviceId:n}",
            Name = name!,
            Organisation = organisation,
            Kind = kind!,
            ShortBreakLevel = Terms(values, Vocabulary.ShortBreakLevels.Select(level => (level.Key, level.Key))).Select(level => (ShortBreakLevel?)Vocabulary.ShortBreakLevels[level]).FirstOrDefault(),
            Summary = summary!,
            AgeFrom = from,
            AgeTo = to,
            Needs = [.. Terms(values, [.. Facets.Needs.Select(need => (need.Value, need.Words)), (Vocabulary.AnyNeed, AnyNeedWords)]).Distinct()],
            Costs = FeedCosts.Read(values),
            Times = own.Text("times", Limits.Note),
            Sessions = FeedSchedules.Read(values),
            Languages = Languages(values),
            Eligibility = values.Text("eligibility_description", Limits.Note),
            DiagnosisNeeded = own.YesNo("diagnosis_needed"),
            FirstVisit = own.Text("first_visit", Limits.LongNote),
            WhoDecides = own.Text("who_decides", Limits.Note),
            HowToGet = how is not null && how == StartWords.Of(route) ? null : how,
            UsualWait = values.Text("wait_time", Limits.Name),
            IfRefused = own.Text("if_refused", Limits.Note),
            Interpreter = values.Raw("interpretation_services") is not null ? true : own.YesNo("interpreter"),
            ComesToYou = own.YesNo("comes_to_you"),
            CheckMonths = own.Number("check_months") is { } months and >= 1 and <= 24 ? (short)months : null,
            Places = places,
            IsOnline = own.YesNo("online") ?? isOnline,
            Areas = FeedAreas(values, feed),
            Phone = Phone(values),
            Email = values.EmailAddress("email"),
            Website = own.WebAddress("website") ?? values.WebAddress("url"),
            JoinRoute = route,
            AccessFacts = Facts(values, own),
            SourceUrl = sourceUrl,
            Verified = sourceUrl is null ? Verification.GeneralKnowledge : verified,

            // A check counts when it was ours: what another directory assured is not ours to repeat.
            CheckedOn = own.Is && values.Date("assured_date") is { } date && date <= feed.Today ? date : null,
            IsOurs = own.Is,
            RowDigest = values.Digest(feed.Kind ?? ""),
        };
    }

    private static OrganisationDraft? Organisation(FeedValues service, FeedContext feed)
    {
        var values = service.Object("organization");
        if (values.Text("name", Limits.Name) is not { } name)
        {
            service.Problem("organization.name", "It does not say who runs it.");
            return null;
        }

        var id = values.Raw("id") is { Length: <= Limits.Name } said ? said : null;
        var own = values.Own;
        var slug = own.Raw("slug") is { } address && NaturalKey.IsSlug(address) ? address : NaturalKey.Slug(name);
        var natural = NaturalKey.Organisation(slug.Length > 0 ? slug : $"{feed.Source}/{id ?? name}");
        return new OrganisationDraft(name, slug.Length > 0 ? slug : $"organisation-{natural:n}")
        {
            ExternalId = id,
            Id = Guid.TryParseExact(id, "D", out var given) ? given : natural,
            Description = values.Text("description", Limits.Summary),
            Phone = Phone(values),
            Email = values.EmailAddress("email"),
            Website = own.WebAddress("website") ?? values.WebAddress("website") ?? values.WebAddress("url"),
            Digest = id is null ? "" : values.Digest(),
        };
    }

    /// <summary>The first number that is said for the service itself. Whose it is, a feed may say; we do not keep it.</summary>
    private static string? Phone(FeedValues values) =>
        values.List("phones").Concat(values.List("contacts").SelectMany(contact => contact.List("phones"))).Select(phone => phone.PhoneNumber("number")).FirstOrDefault(number => number is not null);

    private static List<string> Languages(FeedValues values)
    {
        List<string> codes = [];
        foreach (var language in values.List("languages"))
        {
            var said = language.Raw("code") ?? language.Raw("name") ?? language.Raw("language");
            var code = LanguageWords.All.FirstOrDefault(known => said is not null
                && (known.Key.Equals(said, StringComparison.OrdinalIgnoreCase) || known.Value.Equals(said, StringComparison.OrdinalIgnoreCase))).Key;
            if (code is null)
            {
                language.Note("name", "We do not know this language. It was left out.");
            }
            else if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    private static List<string> FeedAreas(FeedValues values, FeedContext feed)
    {
        List<string> codes = [];
        foreach (var area in values.List("service_areas"))
        {
            var said = area.Raw("service_area") ?? area.Raw("name");
            if (said is null || !feed.Areas.TryGetValue(said.ToLowerInvariant(), out var code))
            {
                area.Note("name", "We do not keep this area. It was left out.");
            }
            else if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    /// <summary>What the terms say is there; what only we say is not there, or with a note, stands in our own object.</summary>
    private static List<FactSaid> Facts(FeedValues values, FeedValues own)
    {
        var facts = FeedPlaces.Facts(own);
        facts.AddRange(Terms(values, Vocabulary.AccessFacts.Select(fact => (fact.Key, AccessWords.Of(fact.Value))))
            .Select(code => Vocabulary.AccessFacts[code]).Distinct()
            .Where(key => !facts.Exists(fact => fact.Key == key)).ToList().Select(key => new FactSaid(key, AccessAnswer.Yes, null)));
        return facts;
    }

    /// <summary>Code words of the terms that a record has, by our code or our words for it.</summary>
    private static IEnumerable<string> Terms(FeedValues values, IEnumerable<(string Code, string Words)> known)
    {
        var terms = values.List("attributes").Select(attribute => attribute.Object("taxonomy_term"))
            .Concat(values.List("service_taxonomys").Select(link => link.Object("taxonomy")))
            .SelectMany(term => new[] { term.Raw("code"), term.Raw("name") }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return known.Where(term => terms.Contains(term.Code) || terms.Contains(term.Words)).Select(term => term.Code);
    }

    private static void Require(FeedValues values, string field, string? text, string message)
    {
        if (text is null)
        {
            values.Problem(field, message);
        }
    }
}
