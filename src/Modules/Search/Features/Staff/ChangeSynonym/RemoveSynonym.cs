using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.ChangeSynonym;

internal sealed record RemoveSynonym(string Term) : ICommand<Done>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class RemoveSynonymHandler(SearchDbContext context, AuditTrail audit) : IRequestHandler<RemoveSynonym, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveSynonym request, CancellationToken cancellationToken)
    {
        if (await context.Synonyms.SingleOrDefaultAsync(synonym => synonym.Term == request.Term, cancellationToken) is not { } synonym)
        {
            return Outcome.NotFound;
        }

        context.Synonyms.Remove(synonym);
        audit.Record(context, SearchAudit.SynonymRemoved, "synonym", null, changes: [new AuditChange("means", SynonymText.Of(synonym), null)]);
        await context.SaveChangesAsync(cancellationToken);
        return new Done();
    }
}
