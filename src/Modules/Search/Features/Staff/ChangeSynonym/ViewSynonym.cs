using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.ChangeSynonym;

/// <param name="Term">Normalised.</param>
internal sealed record ViewSynonym(string Term) : IQuery<SynonymView>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed record SynonymView(string Term, string Means, bool OnlyAlone, string Why, string Seen);

internal sealed class ViewSynonymHandler(SearchDbContext context) : IRequestHandler<ViewSynonym, Outcome<SynonymView>>
{
    public async Task<Outcome<SynonymView>> Handle(ViewSynonym request, CancellationToken cancellationToken) =>
        await context.Synonyms.AsNoTracking().SingleOrDefaultAsync(synonym => synonym.Term == request.Term, cancellationToken) is { } synonym
            ? new SynonymView(synonym.Term, string.Join(", ", synonym.Means), synonym.OnlyAlone, synonym.Why ?? "", SynonymText.Of(synonym))
            : Outcome.NotFound;
}
