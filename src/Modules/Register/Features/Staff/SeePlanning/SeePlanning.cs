using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.SeePlanning;

/// <summary>The register in numbers, for those who plan services. Shows nobody.</summary>
internal sealed record SeePlanning : IQuery<PlanningView>
{
    public Permission Permission => RegisterPermissions.Plan;
}

/// <param name="Coverage">Null when it is not known.</param>
/// <param name="Wards">By name, the live and the unconfirmed; empty when no table was loaded.</param>
internal sealed record PlanningView(
    PlannedRegister Register, PlanningCounts Live, PlanningCounts Unconfirmed, Coverage? Coverage, IReadOnlyList<(string Ward, int Live, int Unconfirmed)> Wards, DateOnly Today, ShownCounts Numbers)
{
    public int LiveChildren => Live[Cell.Children(null)];

    public int UnconfirmedChildren => Unconfirmed[Cell.Children(null)];
}

internal sealed class SeePlanningHandler(PlanningReader reader, Actor actor, TimeProvider clock) : IRequestHandler<SeePlanning, Outcome<PlanningView>>
{
    public async Task<Outcome<PlanningView>> Handle(SeePlanning request, CancellationToken cancellationToken)
    {
        var register = await reader.ReadAsync(cancellationToken);
        var expected = await reader.ExpectedAsync(cancellationToken);
        var (live, unconfirmed) = (register.Live, register.Unconfirmed);
        var numbers = new ShownCounts(actor.May(RegisterPermissions.Read));
        var children = live[Cell.Children(null)];
        var wards = register.Children.GroupBy(child => child.Ward ?? "Not known").OrderBy(ward => ward.Key, StringComparer.Ordinal)
            .Select(ward => (ward.Key, ward.Count(child => child.IsLive), ward.Count(child => !child.IsLive)));
        return new PlanningView(
            register, live, unconfirmed, numbers.IsExact ? Coverage.Exact(children, expected) : Coverage.Public(ShownCounts.Guard.Count(children), expected),
            register.HasWards ? [.. wards] : [], clock.Today(), numbers);
    }
}
