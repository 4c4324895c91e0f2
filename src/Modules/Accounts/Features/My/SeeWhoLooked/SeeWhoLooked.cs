using MediatR;
using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.My.SeeWhoLooked;

/// <summary>Only ever one's own record: there is nobody else to ask about. After two records were put together, looks at either are looks at this person.</summary>
internal sealed record SeeWhoLooked : IQuery<IReadOnlyList<Look>>
{
    public const int Most = 100;

    public Permission Permission => FamilyPermissions.OwnPage;
}

internal sealed class SeeWhoLookedHandler(IWhoLooked trail, IPeople people, Actor actor) : IRequestHandler<SeeWhoLooked, Outcome<IReadOnlyList<Look>>>
{
    public async Task<Outcome<IReadOnlyList<Look>>> Handle(SeeWhoLooked request, CancellationToken cancellationToken) =>
        Outcome.Ok(actor.PersonId is { } person
            ? await trail.AtAsync(await people.RecordsOfAsync(person, cancellationToken), SeeWhoLooked.Most, cancellationToken)
            : []);
}
