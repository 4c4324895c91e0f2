using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.TellHowItWas;

/// <summary>What the person who is signed in is asked, the newest first, with what they have answered. It is their own: looking at it is nobody's reading.</summary>
internal sealed record SeeOwnAsks : IQuery<IReadOnlyList<OwnAsk>>
{
    public Permission Permission => EhcpPermissions.Own;
}

/// <param name="Id">Of the touchpoint after which it is asked.</param>
internal sealed record OwnAsk(Guid Id, string Reference, string Code, DateTimeOffset On, FamilySays? KnowsNext, FamilySays? WasGood, string? Words, DateTimeOffset? AnsweredAt)
{
    public bool IsDraft => Code == FamilyAnswer.Draft;
}

internal sealed class SeeOwnAsksHandler(OwnAsks asks, Actor actor) : IRequestHandler<SeeOwnAsks, Outcome<IReadOnlyList<OwnAsk>>>
{
    public async Task<Outcome<IReadOnlyList<OwnAsk>>> Handle(SeeOwnAsks request, CancellationToken cancellationToken) =>
        actor.PersonId is { } person ? Outcome.Ok(await asks.OfAsync(person, cancellationToken)) : Outcome.NotFound;
}

/// <summary>About what somebody may be asked: what has left to them, on records that they may see now.</summary>
internal sealed class OwnAsks(EhcpDbContext context, Viewers viewers, IPeople people)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<OwnAsk>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        var records = await viewers.RecordsForAsync(person, cancellationToken);
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var asked = await (
            from touchpoint in context.Touchpoints.AsNoTracking().Where(FamilyAnswer.IsAskedAfter)
            join record in context.Records on touchpoint.RecordId equals record.Id
            join given in context.Answers on touchpoint.Id equals given.TouchpointId into answers
            from answer in answers.DefaultIfEmpty()
            where ids.Contains(touchpoint.PersonId) && records.Contains(record.Id)
            orderby touchpoint.AskedAt ?? touchpoint.SettledAt descending, touchpoint.Id descending
            select new { touchpoint.Id, touchpoint.Code, touchpoint.AskedAt, touchpoint.SettledAt, touchpoint.CreatedAt, record.Reference, answer }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(one => new OwnAsk(
                one.Id, one.Reference, one.Code, one.AskedAt ?? one.SettledAt ?? one.CreatedAt, one.answer?.KnowsNext, one.answer?.WasGood, one.answer?.Words, one.answer?.AnsweredAt)),
        ];
    }
}
