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

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListLateAdvice;

/// <summary>Advice of the actor's caseload and teams that has been asked for and is not here, the oldest first. Everybody on the page is written down as seen.</summary>
internal sealed record ListLateAdvice(ListQuery Query) : IQuery<LateAdvicePage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.List;

    public AuditEvent Event => EhcpAudit.LateAdviceListed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record LateAdvicePage(Listed<WaitingAdvice> Listed, IReadOnlyDictionary<Guid, string> Children, DateOnly Today, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class ListLateAdviceHandler(EhcpDbContext context, LateAdvice advice, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<ListLateAdvice, Outcome<LateAdvicePage>>
{
    public async Task<Outcome<LateAdvicePage>> Handle(ListLateAdvice request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var records = RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.List);
        if (actor.AccountId is { } own && request.Query["whose"] == "mine")
        {
            records = records.Where(record => record.CoordinatorId == own || record.CoverId == own);
        }

        IEnumerable<WaitingAdvice> found = await advice.OfAsync(records, request.Query["show"] == "late" ? today.AddDays(-Timeliness.DaysToDecide) : null, cancellationToken);
        if (request.Query["from"] is { } from)
        {
            found = found.Where(one => one.Adviser.ToString() == from);
        }

        var page = (request.Query.Sort == "-due" ? found.Reverse() : found).ToList().ToPage(request.Query);
        var children = page.Rows.Select(one => one.ChildId).Distinct().ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new LateAdvicePage(page, names.ToDictionary(pair => pair.Key, pair => pair.Value.Full), today, children);
    }
}
