using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.ListSynonyms;

internal sealed record ListSynonyms(ListQuery Query) : IQuery<Listed<SynonymRow>>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed record SynonymRow(string Term, IReadOnlyList<string> Means, bool OnlyAlone, string? Why);

internal sealed class ListSynonymsHandler(SearchDbContext context) : IRequestHandler<ListSynonyms, Outcome<Listed<SynonymRow>>>
{
    public async Task<Outcome<Listed<SynonymRow>>> Handle(ListSynonyms request, CancellationToken cancellationToken)
    {
        var synonyms = context.Synonyms.AsNoTracking();
        if (request.Query["word"] is { } typed)
        {
            var word = SearchText.Normalise(typed);
            synonyms = synonyms.Where(synonym => synonym.Term.Contains(word) || synonym.Means.Any(meaning => meaning.Contains(word)));
        }

        var sorted = request.Query.Sort == "-term" ? synonyms.OrderByDescending(synonym => synonym.Term) : synonyms.OrderBy(synonym => synonym.Term);
        return await sorted.Select(synonym => new SynonymRow(synonym.Term, synonym.Means, synonym.OnlyAlone, synonym.Why)).ToPageAsync(request.Query, cancellationToken);
    }
}
