using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnFacts;

/// <summary>What the person who is signed in has told us, on records that they may see. It is their own: looking at it is nobody's reading.</summary>
internal sealed record SeeOwnFacts : IQuery<OwnFacts>
{
    public Permission Permission => EhcpPermissions.Ask;
}

/// <param name="References">Of the records about which they may tell us something.</param>
/// <param name="Facts">Empty while documents are not open: what was told is read behind the same door.</param>
internal sealed record OwnFacts(IReadOnlyList<string> References, DocumentsAnswer Door, IReadOnlyList<OwnFact> Facts);

internal sealed record OwnFact(Guid Id, string Reference, FactTopic Topic, string Words, DateOnly ToldOn, bool MayBeReused);

internal sealed class SeeOwnFactsHandler(EhcpDbContext context, Viewers viewers, IPeople people, IDocumentsDoor door, Actor actor) : IRequestHandler<SeeOwnFacts, Outcome<OwnFacts>>
{
    private const int Most = 200;

    public async Task<Outcome<OwnFacts>> Handle(SeeOwnFacts request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.RecordsForAsync(person, cancellationToken);
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var references = await context.Records.AsNoTracking().Where(record => seen.Contains(record.Id)).OrderByDescending(record => record.ReceivedOn).ThenBy(record => record.Id)
            .Select(record => record.Reference).ToListAsync(cancellationToken);
        if (await door.AskAsync(cancellationToken) is not DocumentsAnswer.Open and var shut)
        {
            return new OwnFacts(references, shut, []);
        }

        var facts = await (
            from fact in context.Facts.AsNoTracking()
            join record in context.Records on fact.RecordId equals record.Id
            where seen.Contains(record.Id) && fact.PersonId != null && ids.Contains(fact.PersonId.Value)
            orderby fact.ToldOn descending, fact.Id descending
            select new { fact, record.Reference }).Take(Most).ToListAsync(cancellationToken);
        return new OwnFacts(references, DocumentsAnswer.Open, [.. facts.Select(one => new OwnFact(one.fact.Id, one.Reference, one.fact.Topic, one.fact.Words, one.fact.ToldOn, one.fact.AgreedAt is not null))]);
    }
}
