using MediatR;
using Medway.LocalOffer.Improvement.Seals;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.CheckSeals;

/// <summary>Whether every update is as it was written.</summary>
internal sealed record CheckSeals : IQuery<ChainCheck>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed class CheckSealsHandler(UpdateChain chain) : IRequestHandler<CheckSeals, Outcome<ChainCheck>>
{
    public async Task<Outcome<ChainCheck>> Handle(CheckSeals request, CancellationToken cancellationToken) => await chain.CheckAsync(cancellationToken);
}
