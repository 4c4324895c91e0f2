using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>
/// The lists of words that services are described by, as the standard wants them: short-break level, needs and what it is like there have no
/// field of their own in Open Referral, so they are terms. Ids come from the code words, so they are the same on every machine.
/// </summary>
internal static class FeedTaxonomies
{
    private const string Version = "1";

    public static readonly FeedTaxonomy Kinds = New("kinds", "Kinds of help", "What a service is: an activity, a short break, a therapy and so on.");
    public static readonly FeedTaxonomy Needs = New("needs", "Special educational needs and disabilities", "Needs that a service names as its own.");
    public static readonly FeedTaxonomy ShortBreaks = New("short-break-levels", "Short break levels", "How a short break is had: open to all, targeted or specialist.");
    public static readonly FeedTaxonomy Access = New(
        "access", "What it will be like", "Getting there, getting in, what it is like for the senses and who will be there. A term is given only where the answer is yes.");

    public static readonly IReadOnlyList<FeedTaxonomy> All = [Kinds, Needs, ShortBreaks, Access];

    private static readonly Dictionary<string, FeedTaxonomyTerm> ByCode = new[]
    {
        Facets.Kinds.Select(kind => NewTerm(Kinds, kind.Value, kind.Words)),
        [.. Facets.Needs.Select(need => NewTerm(Needs, need.Value, need.Words)), NewTerm(Needs, Vocabulary.AnyNeed, "Open to every need")],
        Vocabulary.ShortBreakLevels.Keys.Select(level => NewTerm(ShortBreaks, level, char.ToUpperInvariant(level[0]) + level[1..])),
        Vocabulary.AccessFacts.Select(fact => NewTerm(Access, fact.Key, AccessWords.Of(fact.Value))),
    }.SelectMany(terms => terms).ToDictionary(term => $"{term.TaxonomyId}/{term.Code}", StringComparer.Ordinal);

    private static readonly Dictionary<Guid, FeedTaxonomyTerm> ById = ByCode.Values.ToDictionary(term => term.Id);

    public static IReadOnlyList<FeedTaxonomyTerm> Terms { get; } = [.. ByCode.Values];

    public static FeedTaxonomyTerm? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Every term that is true of a service; of access only what somebody said yes to.</summary>
    public static IEnumerable<FeedTaxonomyTerm> Of(Service service)
    {
        yield return Term(Kinds, service.Kind);
        foreach (var need in Vocabulary.Needs.Where(need => service.Needs.Exists(named => named.Need == need)))
        {
            yield return Term(Needs, need);
        }

        if (service.ShortBreakLevel is { } level)
        {
            yield return Term(ShortBreaks, Vocabulary.ShortBreakLevels.Single(pair => pair.Value == level).Key);
        }

        foreach (var (code, key) in Vocabulary.AccessFacts)
        {
            if (service.AccessFacts.Any(fact => fact.Key == key && fact.Answer == AccessAnswer.Yes))
            {
                yield return Term(Access, code);
            }
        }
    }

    /// <summary>Services that have the term.</summary>
    public static IQueryable<Service> With(IQueryable<Service> services, FeedTaxonomyTerm term)
    {
        if (term.TaxonomyId == Kinds.Id)
        {
            return services.Where(service => service.Kind == term.Code);
        }

        if (term.TaxonomyId == Needs.Id)
        {
            return services.Where(service => service.Needs.Any(need => need.Need == term.Code));
        }

        if (term.TaxonomyId == ShortBreaks.Id)
        {
            var level = Vocabulary.ShortBreakLevels[term.Code];
            return services.Where(service => service.ShortBreakLevel == level);
        }

        var key = Vocabulary.AccessFacts[term.Code];
        return services.Where(service => service.AccessFacts.Any(fact => fact.Key == key && fact.Answer == AccessAnswer.Yes));
    }

    /// <summary>Services that have any term of the taxonomy; every service has a kind.</summary>
    public static IQueryable<Service> WithAnyOf(IQueryable<Service> services, Guid taxonomy) =>
        taxonomy == Kinds.Id ? services
        : taxonomy == Needs.Id ? services.Where(service => service.Needs.Any())
        : taxonomy == ShortBreaks.Id ? services.Where(service => service.ShortBreakLevel != null)
        : services.Where(service => service.AccessFacts.Any(fact => fact.Answer == AccessAnswer.Yes));

    private static FeedTaxonomyTerm Term(FeedTaxonomy taxonomy, string code) => ByCode[$"{taxonomy.Id}/{code}"];

    private static FeedTaxonomy New(string code, string name, string description) => new(NaturalKey.Feed("taxonomy", code), name, description, Version);

    private static FeedTaxonomyTerm NewTerm(FeedTaxonomy taxonomy, string code, string name) =>
        new(NaturalKey.Feed("term", taxonomy.Id.ToString(), code), name, $"{taxonomy.Name}: {name}", taxonomy.Name, taxonomy.Id, code);
}
