using MediatR;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeCharter;

/// <summary>The co-production charter, who signed it, and whether it is kept.</summary>
internal sealed record SeeCharter : IQuery<CharterView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="State">Null when none was agreed.</param>
internal sealed record CharterView(CharterState? State);

internal sealed class SeeCharterHandler(CharterReader reader) : IRequestHandler<SeeCharter, Outcome<CharterView>>
{
    public async Task<Outcome<CharterView>> Handle(SeeCharter request, CancellationToken cancellationToken) => new CharterView(await reader.ReadAsync(cancellationToken));
}
