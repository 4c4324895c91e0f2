using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListNotAtSchool;

/// <summary>Children of the actor's caseload and teams who are not taught at a school today. Everybody on the page is written down as seen.</summary>
internal sealed record ListNotAtSchool(ListQuery Query) : IQuery<NotAtSchoolPage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.List;

    public AuditEvent Event => EhcpAudit.SettingsListed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record NotAtSchoolPage(Listed<CurrentSetting> Listed, IReadOnlyDictionary<Guid, string> Children, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class ListNotAtSchoolHandler(EhcpDbContext context, CurrentSettings settings, IPeople people, Actor actor) : IRequestHandler<ListNotAtSchool, Outcome<NotAtSchoolPage>>
{
    public async Task<Outcome<NotAtSchoolPage>> Handle(ListNotAtSchool request, CancellationToken cancellationToken)
    {
        var found = (await settings.Of(RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.List)).ToListAsync(cancellationToken))
            .Where(one => SettingRules.HealthIsTold(one.Kind));
        if (actor.AccountId is { } own && request.Query["whose"] == "mine")
        {
            found = found.Where(one => one.CoordinatorId == own);
        }

        if (request.Query["where"] is { } where)
        {
            found = found.Where(one => $"{one.Kind}" == where);
        }

        if (request.Query["show"] == "untold")
        {
            found = found.Where(one => one.HealthToldOn is null);
        }

        var page = (request.Query.Sort == "-from" ? found.OrderByDescending(one => one.From).ThenBy(one => one.Reference) : found.OrderBy(one => one.From).ThenBy(one => one.Reference))
            .ToList().ToPage(request.Query);
        var children = page.Rows.Select(one => one.ChildId).Distinct().ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new NotAtSchoolPage(page, names.ToDictionary(pair => pair.Key, pair => pair.Value.Full), children);
    }
}
