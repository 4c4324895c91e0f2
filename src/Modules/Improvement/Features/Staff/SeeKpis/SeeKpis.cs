using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeKpis;

/// <summary>Every number that the partnership looks at, with its latest figure and its colour.</summary>
internal sealed record SeeKpis : IQuery<IReadOnlyList<KpiState>>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed class SeeKpisHandler(KpiReader reader) : IRequestHandler<SeeKpis, Outcome<IReadOnlyList<KpiState>>>
{
    public async Task<Outcome<IReadOnlyList<KpiState>>> Handle(SeeKpis request, CancellationToken cancellationToken) => Outcome.Ok(await reader.ReadAsync(only: null, cancellationToken));
}
