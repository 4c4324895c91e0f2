using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;

namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>Answers about access as a form holds them: by key, <c>yes</c>, <c>no</c> or empty, each with a note.</summary>
/// <param name="Prefix">What the names of the fields begin with.</param>
internal sealed record FactFields(IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Notes, string Prefix = "")
{
    public static (Dictionary<string, string> Answers, Dictionary<string, string> Notes) Of(IReadOnlyList<FactSaid> facts) => (
        facts.ToDictionary(fact => fact.Key.ToString(), fact => fact.Answer switch { AccessAnswer.Yes => "yes", AccessAnswer.No => "no", _ => "" }),
        facts.Where(fact => fact.Note is not null).ToDictionary(fact => fact.Key.ToString(), fact => fact.Note!));
}
