using MediatR;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeMatter;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : MatterPage(mediator)
{
    public bool MayRaise => actor.May(ImprovementPermissions.Raise);

    public bool MayClose => actor.May(ImprovementPermissions.Close);
}
