using System.Globalization;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>
/// All that whoever is signed in has said on one entry, in the words that they were shown: the receipt of a yes that came after the form, or by phone. What
/// the other parent said is not theirs.
/// </summary>
internal sealed record OwnReceipt(Guid EntryId) : IQuery<SeenReceipt>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Own;

    public AuditEvent Event => RegisterAudit.OwnViewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => EntryId;

    public string? Purpose => PublicTask.OwnEntry.Words;
}

internal sealed record SeenReceipt(Receipt Receipt, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public override string ToString() => nameof(SeenReceipt);
}

internal sealed class OwnReceiptHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, IPeople people, Actor actor) : IRequestHandler<OwnReceipt, Outcome<SeenReceipt>>
{
    public async Task<Outcome<SeenReceipt>> Handle(OwnReceipt request, CancellationToken cancellationToken)
    {
        var entry = await reader.For(PublicTask.OwnEntry).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.EntryId && one.State != EntryState.Duplicate, cancellationToken);
        if (entry is null || actor.PersonId is not { } person || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        var own = await people.RecordsOfAsync(person, cancellationToken);
        var said = (await reader.HistoryAsync(entry.Id, cancellationToken)).Where(one => own.Contains(one.GiverId)).ToList();
        var ids = said.Select(one => one.WordingId).ToList();
        var wordings = await context.Wordings.AsNoTracking().Where(wording => ids.Contains(wording.Id)).ToDictionaryAsync(wording => wording.Id, cancellationToken);
        return new SeenReceipt(
            new Receipt(
                Receipt.CurrentSchema, entry.Reference, entry.ReceivedAt, entry.LiveBy, Recipient.Council.KnownName!, Receipt.PublicTaskBasis, Receipt.Withdrawing,
                [.. said.Select(one => Line(one, wordings[one.WordingId]))]),
            [entry.ChildId]);
    }

    private static ReceiptLine Line(ConsentEvent said, Wording wording) => new(
        said.Purpose, wording.Title, said.Recipient, said.RecipientName ?? "Nobody was named", ReceiptLine.Of(said.Decision), ReceiptLine.ConsentBasis, wording.Number, wording.Digest,
        wording.Language, said.Channel.ToString().ToLower(CultureInfo.InvariantCulture), RegisterWords.Of(said.Capacity), said.At);
}
