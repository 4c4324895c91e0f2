using MediatR;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordDuty;

/// <summary>The times of a duty that comes back, the latest first.</summary>
internal sealed record ListDutyTimes(Guid Id) : IQuery<IReadOnlyList<DutyTime>>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed class ListDutyTimesHandler(DutyReader duties, TimeProvider clock) : IRequestHandler<ListDutyTimes, Outcome<IReadOnlyList<DutyTime>>>
{
    public async Task<Outcome<IReadOnlyList<DutyTime>>> Handle(ListDutyTimes request, CancellationToken cancellationToken) => Outcome.Ok<IReadOnlyList<DutyTime>>(
        [.. (await duties.ReadAsync(request.Id, clock.Today(), cancellationToken))[request.Id].OrderByDescending(time => time.Period.Until)]);
}
