using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListMyAdvice;

/// <summary>What an adviser is asked for: their own asks and nobody else's.</summary>
internal sealed record ListMyAdvice : IQuery<MyAdvicePage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.GiveAdvice;

    public AuditEvent Event => EhcpAudit.OwnAdviceSeen;

    public string SubjectKind => AdviceAsk.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

/// <param name="Asked">What is asked, in the officer's words.</param>
/// <param name="Advice">What was sent; null until then.</param>
/// <param name="IsNeeded">Nobody else has sent it, and it was not taken back.</param>
internal sealed record MyAdviceRow(
    Guid EventId, Guid RecordId, string Reference, string Child, Adviser Adviser, DateOnly AskedOn, string? Asked, string? Advice, DateTimeOffset? SentAt, bool IsNeeded)
{
    public DateOnly DueOn => AskedOn.AddDays(Timeliness.DaysToDecide);
}

internal sealed record MyAdvicePage(IReadOnlyList<MyAdviceRow> Rows, DateOnly Today, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class ListMyAdviceHandler(EhcpDbContext context, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<ListMyAdvice, Outcome<MyAdvicePage>>
{
    private const int Most = 200;

    public async Task<Outcome<MyAdvicePage>> Handle(ListMyAdvice request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own)
        {
            return Outcome.NotFound;
        }

        var found = await (
            from ask in context.AdviceAsks.AsNoTracking()
            join asked in context.Events on ask.EventId equals asked.Id
            join record in context.Records on asked.RecordId equals record.Id
            where ask.AccountId == own && (asked.WithdrawnAt == null || ask.SentAt != null)
            orderby ask.SentAt == null ? 0 : 1, asked.HappenedOn, ask.Id
            select new
            {
                ask.EventId,
                asked.RecordId,
                record.Reference,
                record.ChildId,
                Adviser = asked.Adviser!.Value,
                asked.HappenedOn,
                asked.Note,
                ask.Advice,
                ask.SentAt,
                IsHere = asked.WithdrawnAt != null || context.Events.Any(other => other.RecordId == asked.RecordId && other.WithdrawnAt == null
                    && other.Kind == EventKind.AdviceReceived && other.Adviser == asked.Adviser && other.HappenedOn >= asked.HappenedOn),
            }).Take(Most).ToListAsync(cancellationToken);
        var children = found.Select(one => one.ChildId).Distinct().ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new MyAdvicePage(
            [.. found.Select(one => new MyAdviceRow(
                one.EventId, one.RecordId, one.Reference, names.TryGetValue(one.ChildId, out var name) ? name.Full : "Not known", one.Adviser, one.HappenedOn, one.Note, one.Advice, one.SentAt,
                one.SentAt is null && !one.IsHere))],
            clock.Today(), children);
    }
}
