using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadMessages;

/// <summary>Everything that the person who is signed in was told, about records that they may see now. It is their own: looking at it is nobody's reading.</summary>
internal sealed record ReadMessages : IQuery<OwnMessages>
{
    public Permission Permission => EhcpPermissions.Own;
}

/// <param name="Door">What an officer released (decisions, drafts, notices of delay) is read only with documents open.</param>
internal sealed record OwnMessages(DocumentsAnswer Door, IReadOnlyList<OwnMessage> All);

/// <param name="Words">Null while documents are not open, where they have to be.</param>
/// <param name="On">When it left, or when somebody spoke with them.</param>
/// <param name="MayConfirm">They can read it, and have not said yet that they have it.</param>
/// <param name="IsAsked">We ask whether they know what happens next.</param>
internal sealed record OwnMessage(Guid Id, string Reference, string? Words, DateTimeOffset On, bool WasSpoken, TouchpointState State, DateTimeOffset? ConfirmedAt, bool MayConfirm, bool IsAsked);

internal sealed class ReadMessagesHandler(EhcpDbContext context, Viewers viewers, IPeople people, IDocumentsDoor door, Actor actor) : IRequestHandler<ReadMessages, Outcome<OwnMessages>>
{
    /// <summary>The newest; years of news come before them in a person's own copy.</summary>
    private const int Most = 200;

    public async Task<Outcome<OwnMessages>> Handle(ReadMessages request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var records = await viewers.RecordsForAsync(person, cancellationToken);
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var told = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join record in context.Records on touchpoint.RecordId equals record.Id
            where ids.Contains(touchpoint.PersonId) && records.Contains(record.Id) && touchpoint.Words != null
                && (touchpoint.State == TouchpointState.Asked || touchpoint.State == TouchpointState.Made || touchpoint.State == TouchpointState.NotMade)
            orderby touchpoint.AskedAt ?? touchpoint.SettledAt descending, touchpoint.Id descending
            select new { touchpoint, record.Reference }).Take(Most).ToListAsync(cancellationToken);
        var answer = await door.AskAsync(cancellationToken);
        return new OwnMessages(answer, [.. told.Select(row => Of(row.touchpoint, row.Reference, answer == DocumentsAnswer.Open || !row.touchpoint.IsDocument))]);
    }

    private static OwnMessage Of(Touchpoint touchpoint, string reference, bool isOpen) => new(
        touchpoint.Id, reference, isOpen ? touchpoint.Words : null, touchpoint.AskedAt ?? touchpoint.SettledAt ?? touchpoint.CreatedAt, touchpoint.AskedAt is null,
        touchpoint.State, touchpoint.ConfirmedAt, isOpen && touchpoint.ConfirmedAt is null, FamilyAnswer.Codes.Contains(touchpoint.Code));
}
