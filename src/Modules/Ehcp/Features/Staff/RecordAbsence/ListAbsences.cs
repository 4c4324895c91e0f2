using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAbsence;

/// <summary>Who is away, or will be, and who covers.</summary>
internal sealed record ListAbsences : IQuery<IReadOnlyList<AbsenceRow>>
{
    public Permission Permission => EhcpPermissions.Absences;
}

/// <param name="MayEnd">It is one's own, or one manages.</param>
internal sealed record AbsenceRow(Guid Id, string Officer, string Cover, DateOnly From, DateOnly To, bool IsNow, bool MayEnd);

internal sealed class ListAbsencesHandler(EhcpDbContext context, IStaffNames staff, Actor actor, TimeProvider clock) : IRequestHandler<ListAbsences, Outcome<IReadOnlyList<AbsenceRow>>>
{
    private const string Left = "Somebody who has left";
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<AbsenceRow>>> Handle(ListAbsences request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var absences = await context.Absences.AsNoTracking().Where(one => one.To >= today).OrderBy(one => one.From).ThenBy(one => one.Id).Take(Most).ToListAsync(cancellationToken);
        var names = await staff.OfAsync([.. absences.SelectMany(one => new[] { $"{one.AccountId}", $"{one.CoverId}" }).Distinct()], cancellationToken);
        var manages = actor.RolesHeld.Contains(Roles.TeamManager);
        return Outcome.Ok<IReadOnlyList<AbsenceRow>>(
        [
            .. absences.Select(one => new AbsenceRow(
                one.Id, names.GetValueOrDefault($"{one.AccountId}", Left), names.GetValueOrDefault($"{one.CoverId}", Left), one.From, one.To, one.IsOn(today), manages || one.AccountId == actor.AccountId)),
        ]);
    }
}
