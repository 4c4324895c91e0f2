using MediatR;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PartPage(mediator)
{
    public bool MayUpdate => actor.May(ImprovementPermissions.Update);

    public bool MayVerify => actor.May(ImprovementPermissions.Verify) && !View.State.History.IsWorkOf(actor.Id);

    public bool MayPublish => actor.May(ImprovementPermissions.Publish);

    public bool MayComment => actor.May(ImprovementPermissions.Raise);
}
