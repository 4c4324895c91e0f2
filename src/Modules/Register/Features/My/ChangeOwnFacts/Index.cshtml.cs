using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.FactsForm;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Register.Features.My.ChangeOwnFacts;

[Needs(RegisterPermissions.SayName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : FactsPage(mediator)
{
    public override string Back => SeeOwnEntries.IndexModel.At;

    public override bool IsForFamily => true;

    protected override string Said => "Thank you. We have saved it.";

    protected override IRequest<Outcome<OpenedFacts>> Opening() => new OpenOwnFacts(Id);

    protected override IRequest<Outcome<Done>> Changing(EntryFacts facts) => new ChangeOwnFacts(Id, facts);
}
