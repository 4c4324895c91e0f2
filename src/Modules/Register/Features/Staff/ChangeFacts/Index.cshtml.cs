using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.FactsForm;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Register.Features.Staff.ChangeFacts;

[Needs(RegisterPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : FactsPage(mediator)
{
    public override string Back => $"/staff/register/{Id}";

    public override bool IsForFamily => false;

    protected override string Said => "Written down.";

    protected override IRequest<Outcome<OpenedFacts>> Opening() => new OpenFacts(Id);

    protected override IRequest<Outcome<Done>> Changing(EntryFacts facts) => new ChangeFacts(Id, facts);
}
