using MediatR;
using Medway.LocalOffer.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.CoDesign.Features.ReadPanelLetter;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPageCachePolicy.Name, Tags = [CoDesignModule.CacheTag])]
internal sealed class IndexModel(IMediator mediator) : PanelView(mediator);
