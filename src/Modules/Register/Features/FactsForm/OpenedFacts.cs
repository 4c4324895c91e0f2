using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Features.FactsForm;

/// <summary>What an entry says of a child now, and what can be chosen.</summary>
/// <param name="Name">Whom it is about, as the reader knows them.</param>
internal sealed record OpenedFacts(Guid EntryId, string Name, EntryFacts Facts, CodeLists Codes, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public static EntryFacts Of(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new EntryFacts([.. entry.DifficultiesRead().Select(one => one.ToString())], entry.Coded(), entry.School, entry.Help.ToString(), entry.Wanted);
    }
}
