using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListRecords;

/// <summary>Records of the actor's caseload and teams, those first whose next date comes first. Everybody on the page is written down as seen.</summary>
internal sealed record ListRecords(ListQuery Query) : IQuery<RecordsPage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.List;

    public AuditEvent Event => EhcpAudit.Listed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record RecordsPage(Listed<RecordRow> Listed, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="NextName">What is due next, in words; null when nothing is.</param>
internal sealed record RecordRow(Guid Id, string Reference, string Child, Stage Stage, DateOnly ReceivedOn, DateOnly? NextOn, string? NextName, bool IsLate);

internal sealed class ListRecordsHandler(EhcpDbContext context, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<ListRecords, Outcome<RecordsPage>>
{
    public async Task<Outcome<RecordsPage>> Handle(ListRecords request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var records = RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.List);
        records = request.Query["show"] switch
        {
            "over" => records.Where(record => record.IsOver),
            "late" => records.Where(record => !record.IsOver && record.NextOn < today),
            "all" => records,
            _ => records.Where(record => !record.IsOver),
        };
        if (actor.AccountId is { } own && request.Query["whose"] == "mine")
        {
            records = records.Where(record => record.CoordinatorId == own || record.CoverId == own);
        }

        records = request.Query.Sort switch
        {
            "received" => records.OrderBy(record => record.ReceivedOn).ThenBy(record => record.Id),
            "-received" => records.OrderByDescending(record => record.ReceivedOn).ThenBy(record => record.Id),
            "-next" => records.OrderByDescending(record => record.NextOn).ThenBy(record => record.Id),
            _ => records.OrderBy(record => record.NextOn).ThenBy(record => record.Id),
        };
        var page = await records.ToPageAsync(request.Query, cancellationToken);
        var children = page.Rows.Select(record => record.ChildId).ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new RecordsPage(
            new Listed<RecordRow>(
                [.. page.Rows.Select(record => new RecordRow(
                    record.Id, record.Reference, names.TryGetValue(record.ChildId, out var name) ? name.Full : "Not known", record.Stage, record.ReceivedOn, record.NextOn,
                    record.NextCode is { } code ? RuleBook.Current.All.FirstOrDefault(rule => rule.Code == code)?.Name : null, !record.IsOver && record.NextOn < today))],
                page.Page, page.Total),
            children);
    }
}
