using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadMessages;

/// <summary>Everything that the person who is signed in was told, about records that they may see now. It is their own: looking at it is nobody's reading.</summary>
internal sealed record ReadMessages : IQuery<IReadOnlyList<OwnMessage>>
{
    public Permission Permission => EhcpPermissions.Own;
}

/// <param name="On">When it left, or when somebody spoke with them.</param>
/// <param name="MayConfirm">They have not said yet that they have it.</param>
/// <param name="IsAsked">We ask whether they know what happens next.</param>
internal sealed record OwnMessage(Guid Id, string Reference, string Words, DateTimeOffset On, bool WasSpoken, TouchpointState State, DateTimeOffset? ConfirmedAt, bool MayConfirm, bool IsAsked);

internal sealed class ReadMessagesHandler(EhcpDbContext context, Viewers viewers, OwnIds own, Actor actor) : IRequestHandler<ReadMessages, Outcome<IReadOnlyList<OwnMessage>>>
{
    /// <summary>The newest; years of news come before them in a person's own copy.</summary>
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<OwnMessage>>> Handle(ReadMessages request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var records = await viewers.RecordsForAsync(person, cancellationToken);
        var ids = await own.OfAsync(person, records, cancellationToken);
        var told = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join record in context.Records on touchpoint.RecordId equals record.Id
            where ids.Contains(touchpoint.PersonId) && records.Contains(record.Id) && touchpoint.Words != null
                && (touchpoint.State == TouchpointState.Asked || touchpoint.State == TouchpointState.Made || touchpoint.State == TouchpointState.NotMade)
            orderby touchpoint.AskedAt ?? touchpoint.SettledAt descending, touchpoint.Id descending
            select new { touchpoint, record.Reference }).Take(Most).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<OwnMessage>>(
        [
            .. told.Select(row => new OwnMessage(
                row.touchpoint.Id, row.Reference, row.touchpoint.Words!, row.touchpoint.AskedAt ?? row.touchpoint.SettledAt ?? row.touchpoint.CreatedAt, row.touchpoint.AskedAt is null,
                row.touchpoint.State, row.touchpoint.ConfirmedAt, row.touchpoint.ConfirmedAt is null, FamilyAnswer.Codes.Contains(row.touchpoint.Code))),
        ]);
    }
}
