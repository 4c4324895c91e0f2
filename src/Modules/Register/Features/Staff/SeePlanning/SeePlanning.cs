using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.SeePlanning;

/// <summary>
/// The register in numbers as it stands today, for whoever keeps it. Others who plan read what was published: numbers that change by one from day to day
/// would point at a child, however they are rounded.
/// </summary>
internal sealed record SeePlanning : IQuery<PlanningView>
{
    public Permission Permission => RegisterPermissions.Read;
}

/// <param name="Coverage">Null when it is not known.</param>
/// <param name="Wards">By name, the live and the unconfirmed; empty when no table was loaded.</param>
internal sealed record PlanningView(
    PlannedRegister Register, PlanningCounts Live, PlanningCounts Unconfirmed, Coverage? Coverage, IReadOnlyList<(string Ward, int Live, int Unconfirmed)> Wards, DateOnly Today)
{
    public int LiveChildren => Live[Cell.Children(null)];

    public int UnconfirmedChildren => Unconfirmed[Cell.Children(null)];
}

internal sealed class SeePlanningHandler(PlanningReader reader, TimeProvider clock) : IRequestHandler<SeePlanning, Outcome<PlanningView>>
{
    public async Task<Outcome<PlanningView>> Handle(SeePlanning request, CancellationToken cancellationToken)
    {
        var register = await reader.ReadAsync(cancellationToken);
        var (live, unconfirmed) = (register.Live, register.Unconfirmed);
        var wards = register.Children.GroupBy(child => child.Ward ?? "Not known").OrderBy(ward => ward.Key, StringComparer.Ordinal)
            .Select(ward => (ward.Key, ward.Count(child => child.IsLive), ward.Count(child => !child.IsLive)));
        return new PlanningView(
            register, live, unconfirmed, Coverage.Exact(live[Cell.Children(null)], await reader.ExpectedAsync(cancellationToken)), register.HasWards ? [.. wards] : [], clock.Today());
    }
}
