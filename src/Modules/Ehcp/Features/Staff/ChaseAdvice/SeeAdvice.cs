using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ChaseAdvice;

/// <summary>What was asked of an adviser, and when somebody asked again.</summary>
internal sealed record SeeAdvice(Guid RecordId, Guid EventId) : IQuery<AdviceView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record AdviceView(string Reference, Adviser Adviser, DateOnly AskedOn, string? Asked, IReadOnlyList<AdviceChase> Chases, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public DateOnly DueOn => AskedOn.AddDays(Timeliness.DaysToDecide);
}

internal sealed class SeeAdviceHandler(EhcpDbContext context) : IRequestHandler<SeeAdvice, Outcome<AdviceView>>
{
    public async Task<Outcome<AdviceView>> Handle(SeeAdvice request, CancellationToken cancellationToken)
    {
        var record = await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken);
        var asked = await context.Events.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == request.EventId && one.RecordId == request.RecordId && one.Kind == EventKind.AdviceRequested && one.WithdrawnAt == null, cancellationToken);
        return record is null || asked is not { Adviser: { } adviser }
            ? Outcome.NotFound
            : new AdviceView(
                record.Reference, adviser, asked.HappenedOn, asked.Note,
                await context.AdviceChases.AsNoTracking().Where(chase => chase.EventId == asked.Id).OrderBy(chase => chase.On).ThenBy(chase => chase.RecordedAt).ToListAsync(cancellationToken),
                [record.ChildId]);
    }
}
