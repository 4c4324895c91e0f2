using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;

/// <summary>How one request was looked at and decided: screening, panels, and the meeting after a no.</summary>
internal sealed record SeePathway(Guid Id) : IQuery<PathwayView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.View;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => Id;

    Guid? IReadsPeople.SubjectId => Id;

    public string? Purpose => null;
}

/// <param name="ScreenedBy">Null when they have left, and before it was screened.</param>
internal sealed record PathwayView(
    string Reference, Stage Stage, Screening? Screening, string? ScreenedBy, IReadOnlyList<HeardRow> Panels, IReadOnlyList<WayForwardMeeting> Meetings, IReadOnlyList<GivenAdvice> Advice,
    IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    /// <summary>The family was told no.</summary>
    public bool IsRefused => Stage is Stage.NotAssessed or Stage.NoPlan;
}

/// <param name="Agencies">Who sent somebody.</param>
internal sealed record HeardRow(Guid PanelId, PanelKind Kind, DateOnly HeldOn, PanelOutcome? Outcome, string? Reasons, IReadOnlyList<PanelAgency> Agencies);

/// <summary>Advice that an adviser sent by signing in.</summary>
internal sealed record GivenAdvice(Adviser Adviser, DateTimeOffset SentAt, string Words);

internal sealed class SeePathwayHandler(EhcpDbContext context, IStaffNames staff) : IRequestHandler<SeePathway, Outcome<PathwayView>>
{
    public async Task<Outcome<PathwayView>> Handle(SeePathway request, CancellationToken cancellationToken)
    {
        if (await context.Records.AsNoTracking().SingleOrDefaultAsync(record => record.Id == request.Id, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        var screening = await context.Screenings.AsNoTracking().SingleOrDefaultAsync(one => one.RecordId == record.Id, cancellationToken);
        var heard = await (
            from item in context.PanelItems.AsNoTracking()
            join panel in context.Panels on item.PanelId equals panel.Id
            where item.RecordId == record.Id
            orderby panel.HeldOn, item.Id
            select new { panel.Id, panel.Kind, panel.HeldOn, item.Outcome, item.Reasons }).ToListAsync(cancellationToken);
        var panels = heard.Select(one => one.Id).ToList();
        var agencies = (await context.PanelAttendees.AsNoTracking().Where(one => panels.Contains(one.PanelId) && one.ReplacedAt == null)
            .Select(one => new { one.PanelId, one.Agency }).Distinct().ToListAsync(cancellationToken)).ToLookup(one => one.PanelId, one => one.Agency);
        var meetings = await context.WayForwardMeetings.AsNoTracking().Where(one => one.RecordId == record.Id).OrderBy(one => one.RecordedAt).ToListAsync(cancellationToken);
        var advice = await (
            from ask in context.AdviceAsks.AsNoTracking()
            join asked in context.Events on ask.EventId equals asked.Id
            where asked.RecordId == record.Id && ask.SentAt != null
            orderby ask.SentAt
            select new { asked.Adviser, ask.SentAt, ask.Advice }).ToListAsync(cancellationToken);
        var by = screening?.RecordedBy;
        return new PathwayView(
            record.Reference, record.Stage, screening, by is null ? null : (await staff.OfAsync([by], cancellationToken)).GetValueOrDefault(by),
            [.. heard.Select(one => new HeardRow(one.Id, one.Kind, one.HeldOn, one.Outcome, one.Reasons, [.. agencies[one.Id].Order()]))],
            meetings, [.. advice.Select(one => new GivenAdvice(one.Adviser!.Value, one.SentAt!.Value, one.Advice ?? ""))], [record.ChildId]);
    }
}
